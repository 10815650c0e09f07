package org.comity.hi1;

import static org.comity.hi1.CommonForms.APPROVAL;
import static org.comity.hi1.CommonForms.BASE;
import static org.comity.hi1.CommonForms.BASE64;
import static org.comity.hi1.CommonForms.DATE_TIME;
import static org.comity.hi1.CommonForms.ENDPOINT;
import static org.comity.hi1.CommonForms.ENTRY;
import static org.comity.hi1.CommonForms.ERROR;
import static org.comity.hi1.CommonForms.IDENTIFIER;
import static org.comity.hi1.CommonForms.STRING;
import static org.comity.hi1.CommonForms.TRUTH;
import static org.comity.hi1.CommonForms.atLeastOne;
import static org.comity.hi1.CommonForms.listOf;
import static org.comity.hi1.CommonForms.timespan;
import static org.comity.hi1.Names.AUTHORISATION;
import static org.comity.hi1.Names.CORE;
import static org.comity.hi1.Names.DOCUMENT;
import static org.comity.hi1.Names.NOTIFICATION;

import java.util.List;
import javax.xml.namespace.QName;

/** The objects: one line an element, in the order of the schemas. */
final class ObjectForms {

    private static final Sequence<AuthorisationObject> AUTHORISATION_OBJECT = authorisation();
    private static final Sequence<DocumentObject> DOCUMENT_OBJECT = document();
    private static final Sequence<NotificationObject> NOTIFICATION_OBJECT = notification();

    /** Every kind of object with its own record; the others are kept as they are. */
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(AuthorisationObject.class, AUTHORISATION_OBJECT),
            new Kind<>(DocumentObject.class, DOCUMENT_OBJECT),
            new Kind<>(LDTaskObject.class, TaskForms.LD_TASK),
            new Kind<>(LPTaskObject.class, TaskForms.LP_TASK),
            new Kind<>(TDTaskObject.class, TaskForms.TD_TASK),
            new Kind<>(DeliveryObject.class, DeliveryForms.DELIVERY_OBJECT),
            new Kind<>(NotificationObject.class, NOTIFICATION_OBJECT));

    /** The object that {@code xsi:type} names. */
    static final Form<HI1Object> OBJECT = new Form<>() {

        @Override
        public HI1Object read(Cursor in) {
            var type = in.type();
            for (var kind : KINDS) {
                if (type.equals(kind.form().type())) {
                    return kind.form().read(in);
                }
            }
            if (ForeignObject.isKept(type)) {
                return foreign(type).read(in);
            }
            throw in.refuse(
                    ErrorCode.NOT_SUPPORTED,
                    "objects of the type \"%s\" are not supported".formatted(Text.shown(type.getLocalPart())));
        }

        @Override
        public void write(Markup out, QName name, HI1Object object) {
            if (object instanceof ForeignObject it) {
                foreign(it.type()).write(out, name, it);
            } else {
                kindOf(object).write(out, name, object);
            }
        }
    };

    private record Kind<T extends HI1Object>(Class<T> kind, Sequence<T> form) {

        void write(Markup out, QName name, HI1Object object) {
            form.write(out, name, kind.cast(object));
        }

        T merge(HI1Object old, HI1Object update) {
            return form.merge(kind.cast(old), kind.cast(update));
        }
    }

    /** What an update leaves of two objects of one type: the fields that it sends, and the old ones for all others. */
    static HI1Object merge(HI1Object old, HI1Object update) {
        return old instanceof ForeignObject kept && update instanceof ForeignObject change
                ? new ForeignObject(
                        BASE.merge(kept.base(), change.base()),
                        kept.type(),
                        ForeignMerge.of(kept.elements(), change.elements()))
                : kindOf(old).merge(old, update);
    }

    private static Kind<?> kindOf(HI1Object object) {
        return KINDS.stream()
                .filter(it -> it.kind().isInstance(object))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no form for " + object.getClass()));
    }

    private static Sequence<ForeignObject> foreign(QName name) {
        var type = Sequence.<ForeignObject>named(name.getNamespaceURI(), name.getLocalPart());
        var base = type.group(BASE, ForeignObject::base);
        var rest = type.others(CORE, ForeignObject::elements);
        return type.made(it -> new ForeignObject(it.get(base), name, it.get(rest)));
    }

    private ObjectForms() {}

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
