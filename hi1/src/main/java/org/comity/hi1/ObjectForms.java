package org.comity.hi1;

import static org.comity.hi1.CommonForms.APPROVAL;
import static org.comity.hi1.CommonForms.BASE64;
import static org.comity.hi1.CommonForms.COUNTRY;
import static org.comity.hi1.CommonForms.DATE_TIME;
import static org.comity.hi1.CommonForms.ENDPOINT;
import static org.comity.hi1.CommonForms.ENTRY;
import static org.comity.hi1.CommonForms.ERROR;
import static org.comity.hi1.CommonForms.FOREIGN;
import static org.comity.hi1.CommonForms.IDENTIFIER;
import static org.comity.hi1.CommonForms.NUMBER;
import static org.comity.hi1.CommonForms.REQUEST_VALUE;
import static org.comity.hi1.CommonForms.STRING;
import static org.comity.hi1.CommonForms.TRUTH;
import static org.comity.hi1.CommonForms.atLeastOne;
import static org.comity.hi1.CommonForms.listOf;
import static org.comity.hi1.CommonForms.timespan;
import static org.comity.hi1.Names.AUTHORISATION;
import static org.comity.hi1.Names.CORE;
import static org.comity.hi1.Names.DOCUMENT;
import static org.comity.hi1.Names.NOTIFICATION;
import static org.comity.hi1.Names.TASK;

import javax.xml.namespace.QName;

/** The objects: one line an element, in the order of the schemas. */
final class ObjectForms {

    private static final Sequence<HI1Object.Base> BASE = base();
    private static final Sequence<AuthorisationObject> AUTHORISATION_OBJECT = authorisation();
    private static final Sequence<DocumentObject> DOCUMENT_OBJECT = document();
    private static final Sequence<LPTaskObject> LP_TASK_OBJECT = lpTask();
    private static final Sequence<NotificationObject> NOTIFICATION_OBJECT = notification();

    /** The object that {@code xsi:type} names. */
    static final Form<HI1Object> OBJECT = new Form<>() {

        @Override
        public HI1Object read(Cursor in) {
            var type = in.type();
            if (type.equals(AUTHORISATION_OBJECT.type())) {
                return AUTHORISATION_OBJECT.read(in);
            }
            if (type.equals(DOCUMENT_OBJECT.type())) {
                return DOCUMENT_OBJECT.read(in);
            }
            if (type.equals(LP_TASK_OBJECT.type())) {
                return LP_TASK_OBJECT.read(in);
            }
            if (type.equals(NOTIFICATION_OBJECT.type())) {
                return NOTIFICATION_OBJECT.read(in);
            }
            throw in.refuse(
                    ErrorCode.NOT_SUPPORTED,
                    "objects of the type \"%s\" are not supported".formatted(Text.shown(type.getLocalPart())));
        }

        @Override
        public void write(Markup out, QName name, HI1Object object) {
            switch (object) {
                case AuthorisationObject it -> AUTHORISATION_OBJECT.write(out, name, it);
                case DocumentObject it -> DOCUMENT_OBJECT.write(out, name, it);
                case LPTaskObject it -> LP_TASK_OBJECT.write(out, name, it);
                case NotificationObject it -> NOTIFICATION_OBJECT.write(out, name, it);
            }
        }
    };

    private ObjectForms() {}

    private static Sequence<HI1Object.Base> base() {
        var type = Sequence.<HI1Object.Base>in(CORE);
        var identifier = type.required("ObjectIdentifier", IDENTIFIER, HI1Object.Base::identifier);
        var country = type.optional("CountryCode", COUNTRY, HI1Object.Base::country);
        var owner = type.optional("OwnerIdentifier", STRING, HI1Object.Base::owner);
        var generation = type.optional("Generation", NUMBER, HI1Object.Base::generation);
        var external = type.optional("ExternalIdentifier", STRING, HI1Object.Base::externalIdentifier);
        var associated = type.wrapped(
                "AssociatedObjects", listOf(CORE, "AssociatedObject", IDENTIFIER), HI1Object.Base::associatedObjects);
        var lastChanged = type.optional("LastChanged", DATE_TIME, HI1Object.Base::lastChanged);
        var handling = type.optional("NationalHandlingParameters", FOREIGN, HI1Object.Base::nationalHandling);
        return type.made(it -> new HI1Object.Base(
                it.get(identifier),
                it.get(country),
                it.get(owner),
                it.get(generation),
                it.get(external),
                it.get(associated),
                it.get(lastChanged),
                it.get(handling)));
    }

    private static Sequence<AuthorisationObject> authorisation() {
        var type = Sequence.<AuthorisationObject>named(AUTHORISATION, "AuthorisationObject");
        var base = type.group(BASE, AuthorisationObject::base);
        var reference = type.optional("AuthorisationReference", STRING, AuthorisationObject::reference);
        var legalType = type.optional("AuthorisationLegalType", ENTRY, AuthorisationObject::legalType);
        var priority = type.optional("AuthorisationPriority", ENTRY, AuthorisationObject::priority);
        var status = type.optional("AuthorisationStatus", ENTRY, AuthorisationObject::status);
        var desired = type.optional("AuthorisationDesiredStatus", ENTRY, AuthorisationObject::desiredStatus);
        var timespan = type.optional("AuthorisationTimespan", timespan(AUTHORISATION), AuthorisationObject::timespan);
        var recipients = type.wrapped(
                "AuthorisationCSPID", atLeastOne(AUTHORISATION, "CSPID", ENDPOINT), AuthorisationObject::recipients);
        var created = type.optional("AuthorisationCreationTimestamp", DATE_TIME, AuthorisationObject::created);
        var served = type.optional("AuthorisationServedTimestamp", DATE_TIME, AuthorisationObject::served);
        var terminated = type.optional("AuthorisationTerminationTimestamp", DATE_TIME, AuthorisationObject::terminated);
        var approvals = type.repeated("AuthorisationApprovalDetails", APPROVAL, AuthorisationObject::approvals);
        var invalid = type.optional("AuthorisationInvalidReason", ERROR, AuthorisationObject::invalidReason);
        var flags = type.wrapped(
                "AuthorisationFlags", listOf(AUTHORISATION, "AuthorisationFlag", ENTRY), AuthorisationObject::flags);
        var manual = type.optional("AuthorisationManualInformation", STRING, AuthorisationObject::manualInformation);
        var national = type.optional(
                "NationalAuthorisationParameters", TreatyForms.AUTHORISATION_SLOT, AuthorisationObject::national);
        var jurisdiction = type.optional("AuthorisationJurisdiction", STRING, AuthorisationObject::jurisdiction);
        var typeOfCase = type.optional("AuthorisationTypeOfCase", ENTRY, AuthorisationObject::typeOfCase);
        var legalEntity = type.optional("AuthorisationLegalEntity", STRING, AuthorisationObject::legalEntity);
        return type.made(it -> new AuthorisationObject(
                it.get(base),
                it.get(reference),
                it.get(legalType),
                it.get(priority),
                it.get(status),
                it.get(desired),
                it.get(timespan),
                it.get(recipients),
                it.get(created),
                it.get(served),
                it.get(terminated),
                it.get(approvals),
                it.get(invalid),
                it.get(flags),
                it.get(manual),
                it.get(national),
                it.get(jurisdiction),
                it.get(typeOfCase),
                it.get(legalEntity)));
    }

    private static Sequence<DocumentObject> document() {
        var property = Sequence.<DocumentObject.Property>in(DOCUMENT);
        var propertyType = property.required("PropertyType", ENTRY, DocumentObject.Property::type);
        var propertyValue = property.required("PropertyValue", STRING, DocumentObject.Property::value);
        property.made(it -> new DocumentObject.Property(it.get(propertyType), it.get(propertyValue)));

        var body = Sequence.<DocumentObject.Body>in(DOCUMENT);
        var contents = body.optional("Contents", BASE64, DocumentObject.Body::contents);
        var contentType = body.optional("ContentType", STRING, DocumentObject.Body::contentType);
        var checksum = body.optional("Checksum", STRING, DocumentObject.Body::checksum);
        var checksumType = body.optional("ChecksumType", STRING, DocumentObject.Body::checksumType);
        body.made(it ->
                new DocumentObject.Body(it.get(contents), it.get(contentType), it.get(checksum), it.get(checksumType)));

        var type = Sequence.<DocumentObject>named(DOCUMENT, "DocumentObject");
        var base = type.group(BASE, DocumentObject::base);
        var reference = type.optional("DocumentReference", STRING, DocumentObject::reference);
        var name = type.optional("DocumentName", STRING, DocumentObject::name);
        var status = type.optional("DocumentStatus", ENTRY, DocumentObject::status);
        var desired = type.optional("DocumentDesiredStatus", ENTRY, DocumentObject::desiredStatus);
        var timespan = type.optional("DocumentTimespan", timespan(DOCUMENT), DocumentObject::timespan);
        var kind = type.optional("DocumentType", ENTRY, DocumentObject::type);
        var properties = type.wrapped(
                "DocumentProperties", listOf(DOCUMENT, "DocumentProperty", property), DocumentObject::properties);
        var bodyPart = type.optional("DocumentBody", body, DocumentObject::body);
        var signatures = type.repeated("DocumentSignature", APPROVAL, DocumentObject::signatures);
        var invalid = type.optional("DocumentInvalidReason", ERROR, DocumentObject::invalidReason);
        var national = type.optional("NationalDocumentParameters", TreatyForms.DOCUMENT_SLOT, DocumentObject::national);
        return type.made(it -> new DocumentObject(
                it.get(base),
                it.get(reference),
                it.get(name),
                it.get(status),
                it.get(desired),
                it.get(timespan),
                it.get(kind),
                it.get(properties),
                it.get(bodyPart),
                it.get(signatures),
                it.get(invalid),
                it.get(national)));
    }

    private static Sequence<LPTaskObject> lpTask() {
        var details = Sequence.<RequestDetails>in(TASK);
        var requestType = details.optional("Type", ENTRY, RequestDetails::type);
        var start = details.optional("StartTime", DATE_TIME, RequestDetails::start);
        var end = details.optional("EndTime", DATE_TIME, RequestDetails::end);
        var values = details.wrapped(
                "RequestValues", atLeastOne(TASK, "RequestValue", REQUEST_VALUE), RequestDetails::values);
        var subtypes = details.wrapped("Subtype", atLeastOne(TASK, "RequestSubtype", ENTRY), RequestDetails::subtypes);
        var targetSubtype = details.optional("TargetIdentifierSubtype", ENTRY, RequestDetails::targetIdentifierSubtype);
        details.made(it -> new RequestDetails(
                it.get(requestType),
                it.get(start),
                it.get(end),
                it.get(values),
                it.get(subtypes),
                it.get(targetSubtype)));

        var type = Sequence.<LPTaskObject>named(TASK, "LPTaskObject");
        var base = type.group(BASE, LPTaskObject::base);
        var status = type.optional("Status", ENTRY, LPTaskObject::status);
        var reason = type.optional("StatusReason", ERROR, LPTaskObject::statusReason);
        var desired = type.optional("DesiredStatus", ENTRY, LPTaskObject::desiredStatus);
        var request = type.optional("RequestDetails", details, LPTaskObject::request);
        var desiredExpiration =
                type.optional("DesiredPreservationExpiration", DATE_TIME, LPTaskObject::desiredExpiration);
        var expiration = type.optional("PreservationExpiration", DATE_TIME, LPTaskObject::expiration);
        var provider = type.optional("CSPID", ENDPOINT, LPTaskObject::provider);
        var national =
                type.optional("NationalLPTaskingParameters", TreatyForms.PRESERVATION_SLOT, LPTaskObject::national);
        return type.made(it -> new LPTaskObject(
                it.get(base),
                it.get(status),
                it.get(reason),
                it.get(desired),
                it.get(request),
                it.get(desiredExpiration),
                it.get(expiration),
                it.get(provider),
                it.get(national)));
    }

    private static Sequence<NotificationObject> notification() {
        var statusOf = Sequence.<NotificationObject.ObjectStatus>in(NOTIFICATION);
        var object = statusOf.required("AssociatedObject", IDENTIFIER, NotificationObject.ObjectStatus::object);
        var status = statusOf.required("Status", ENTRY, NotificationObject.ObjectStatus::status);
        var statusDetails = statusOf.optional("Details", STRING, NotificationObject.ObjectStatus::details);
        statusOf.made(it -> new NotificationObject.ObjectStatus(it.get(object), it.get(status), it.get(statusDetails)));

        var type = Sequence.<NotificationObject>named(NOTIFICATION, "NotificationObject");
        var base = type.group(BASE, NotificationObject::base);
        var details = type.optional("NotificationDetails", STRING, NotificationObject::details);
        var kind = type.optional("NotificationType", ENTRY, NotificationObject::type);
        var isNew = type.optional("NewNotification", TRUTH, NotificationObject::isNew);
        var timestamp = type.optional("NotificationTimestamp", DATE_TIME, NotificationObject::timestamp);
        var statuses = type.wrapped(
                "StatusOfAssociatedObjects",
                atLeastOne(NOTIFICATION, "AssociatedObjectStatus", statusOf),
                NotificationObject::statuses);
        var national = type.optional(
                "NationalNotificationParameters", TreatyForms.NOTIFICATION_SLOT, NotificationObject::national);
        return type.made(it -> new NotificationObject(
                it.get(base),
                it.get(details),
                it.get(kind),
                it.get(isNew),
                it.get(timestamp),
                it.get(statuses),
                it.get(national)));
    }
}
