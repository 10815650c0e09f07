package org.comity.hi1;

import static org.comity.hi1.CommonForms.APPROVAL;
import static org.comity.hi1.CommonForms.BASE;
import static org.comity.hi1.CommonForms.DATE_TIME;
import static org.comity.hi1.CommonForms.ENDPOINT;
import static org.comity.hi1.CommonForms.ENTRY;
import static org.comity.hi1.CommonForms.ERROR;
import static org.comity.hi1.CommonForms.FOREIGN;
import static org.comity.hi1.CommonForms.IDENTIFIER;
import static org.comity.hi1.CommonForms.PHONE;
import static org.comity.hi1.CommonForms.REQUEST_VALUE;
import static org.comity.hi1.CommonForms.STRING;
import static org.comity.hi1.CommonForms.TOKEN;
import static org.comity.hi1.CommonForms.atLeastOne;
import static org.comity.hi1.CommonForms.listOf;
import static org.comity.hi1.Names.TASK;

import java.util.function.UnaryOperator;

/** The tasks: preservation, disclosure and take-down. */
final class TaskForms {

    private static final Choice<DeliveryAddress> ADDRESSES = addresses();

    static final Sequence<LPTaskObject> LP_TASK = lpTask();
    static final Sequence<LDTaskObject> LD_TASK = ldTask();
    static final Sequence<TDTaskObject> TD_TASK = tdTask();

    private TaskForms() {}

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

    private static Sequence<LDTaskObject> ldTask() {
        var type = Sequence.<LDTaskObject>named(TASK, "LDTaskObject");
        var base = type.group(BASE, LDTaskObject::base);
        var reference = type.optional("Reference", Form.text(Ldid::new, Ldid::value), LDTaskObject::reference);
        var status = type.optional("Status", ENTRY, LDTaskObject::status);
        var reason = type.optional("StatusReason", ERROR, LDTaskObject::statusReason);
        var desired = type.optional("DesiredStatus", ENTRY, LDTaskObject::desiredStatus);
        var request = type.optional("RequestDetails", ldRequest(), LDTaskObject::request);
        var destinations = type.wrapped(
                "DeliveryDetails",
                atLeastOne(TASK, "LDDeliveryDestination", destination()),
                LDTaskObject::destinations);
        var approvals = type.repeated("ApprovalDetails", APPROVAL, LDTaskObject::approvals);
        var provider = type.optional("CSPID", ENDPOINT, LDTaskObject::provider);
        var profile = type.optional("HandlingProfile", ENTRY, LDTaskObject::handlingProfile);
        var flags = type.wrapped("Flags", listOf(TASK, "LDTaskFlag", ENTRY), LDTaskObject::flags);
        var preservations = type.wrapped(
                "AlternativePreservationReferences",
                atLeastOne(TASK, "AlternativePreservationReference", preservationReference()),
                LDTaskObject::preservationReferences);
        var national =
                type.optional("NationalLDTaskingParameters", TreatyForms.DISCLOSURE_SLOT, LDTaskObject::national);
        var deadlines = type.wrapped("Deadlines", listOf(TASK, "LDDeadline", deadline()), LDTaskObject::deadlines);
        var manual = type.optional("ManualInformation", STRING, LDTaskObject::manualInformation);
        return type.made(it -> new LDTaskObject(
                it.get(base),
                it.get(reference),
                it.get(status),
                it.get(reason),
                it.get(desired),
                it.get(request),
                it.get(destinations),
                it.get(approvals),
                it.get(provider),
                it.get(profile),
                it.get(flags),
                it.get(preservations),
                it.get(national),
                it.get(deadlines),
                it.get(manual)));
    }

    private static Sequence<LDRequestDetails> ldRequest() {
        var type = Sequence.<LDRequestDetails>in(TASK);
        var requestType = type.optional("Type", ENTRY, LDRequestDetails::type);
        var start = type.optional("StartTime", DATE_TIME, LDRequestDetails::start);
        var end = type.optional("EndTime", DATE_TIME, LDRequestDetails::end);
        var observed = type.optional("ObservedTime", DATE_TIME, LDRequestDetails::observedTime);
        var allObserved = type.repeated("ObservedTimes", DATE_TIME, LDRequestDetails::observedTimes);
        var values = type.wrapped(
                "RequestValues", atLeastOne(TASK, "RequestValue", REQUEST_VALUE), LDRequestDetails::values);
        var subtypes = type.wrapped("Subtype", atLeastOne(TASK, "RequestSubtype", ENTRY), LDRequestDetails::subtypes);
        var targetSubtype = type.optional("TargetIdentifierSubtype", ENTRY, LDRequestDetails::targetIdentifierSubtype);
        return type.made(it -> new LDRequestDetails(
                it.get(requestType),
                it.get(start),
                it.get(end),
                it.get(observed),
                it.get(allObserved),
                it.get(values),
                it.get(subtypes),
                it.get(targetSubtype)));
    }

    private static Sequence<LDDeliveryDestination> destination() {
        var wrapped = Sequence.<DeliveryAddress>in(TASK);
        var only = wrapped.oneOf(ADDRESSES, UnaryOperator.identity());
        wrapped.made(it -> it.get(only));

        var type = Sequence.<LDDeliveryDestination>in(TASK);
        var address = type.optional("DeliveryAddress", wrapped, LDDeliveryDestination::address);
        var reference = type.optional("DestinationReference", IDENTIFIER, LDDeliveryDestination::destinationReference);
        var encryption = type.optional("EncryptionReference", IDENTIFIER, LDDeliveryDestination::encryptionReference);
        var encryptionDetails = type.optional("EncryptionDetails", FOREIGN, LDDeliveryDestination::encryption);
        var format = type.optional("LDHandoverFormat", ENTRY, LDDeliveryDestination::handoverFormat);
        var profile = type.optional("LDDeliveryProfile", ENTRY, LDDeliveryDestination::profile);
        var national = type.optional("NationalDeliveryParameters", FOREIGN, LDDeliveryDestination::national);
        return type.made(it -> new LDDeliveryDestination(
                it.get(address),
                it.get(reference),
                it.get(encryption),
                it.get(encryptionDetails),
                it.get(format),
                it.get(profile),
                it.get(national)));
    }

    private static Choice<DeliveryAddress> addresses() {
        return Choice.<DeliveryAddress>in(TASK)
                .or(
                        "IPv4Address",
                        DeliveryAddress.Ipv4.class,
                        TOKEN,
                        DeliveryAddress.Ipv4::new,
                        DeliveryAddress.Ipv4::address)
                .or(
                        "IPv6Address",
                        DeliveryAddress.Ipv6.class,
                        TOKEN,
                        DeliveryAddress.Ipv6::new,
                        DeliveryAddress.Ipv6::address)
                .orAsItIs(
                        "IPAddressPort",
                        DeliveryAddress.WithPort.class,
                        DeliveryAddress.WithPort::new,
                        it -> it.element())
                .orAsItIs(
                        "IPAddressPortRange",
                        DeliveryAddress.WithPort.class,
                        DeliveryAddress.WithPort::new,
                        it -> it.element())
                .or(
                        "E164Number",
                        DeliveryAddress.Telephone.class,
                        PHONE,
                        DeliveryAddress.Telephone::new,
                        DeliveryAddress.Telephone::number)
                .or("FTPAddress", DeliveryAddress.Ftp.class, TOKEN, DeliveryAddress.Ftp::new, DeliveryAddress.Ftp::uri)
                .or("URL", DeliveryAddress.Web.class, TOKEN, DeliveryAddress.Web::new, DeliveryAddress.Web::uri)
                .or("FQDN", DeliveryAddress.Host.class, STRING, DeliveryAddress.Host::new, DeliveryAddress.Host::name)
                .or(
                        "EmailAddress",
                        DeliveryAddress.Mail.class,
                        STRING,
                        DeliveryAddress.Mail::new,
                        DeliveryAddress.Mail::address)
                .or(
                        "EndpointID",
                        DeliveryAddress.Endpoint.class,
                        ENDPOINT,
                        DeliveryAddress.Endpoint::new,
                        DeliveryAddress.Endpoint::endpoint)
                .or(
                        "DeliveryInformationID",
                        DeliveryAddress.Agreed.class,
                        STRING,
                        DeliveryAddress.Agreed::new,
                        DeliveryAddress.Agreed::deliveryInformationId);
    }

    private static Sequence<PreservationReference> preservationReference() {
        var type = Sequence.<PreservationReference>in(TASK);
        var value = type.required("ReferenceValue", STRING, PreservationReference::value);
        var nature = type.optional("NatureOfReference", STRING, PreservationReference::nature);
        var transmitted = type.optional("TransmissionTime", DATE_TIME, PreservationReference::transmitted);
        return type.made(it -> new PreservationReference(it.get(value), it.get(nature), it.get(transmitted)));
    }

    private static Sequence<Deadline> deadline() {
        var type = Sequence.<Deadline>in(TASK);
        var at = type.optional("DateTime", DATE_TIME, Deadline::at);
        var nature = type.optional("NatureOfDeadline", ENTRY, Deadline::nature);
        var other = type.optional("OtherInformation", STRING, Deadline::otherInformation);
        return type.made(it -> new Deadline(it.get(at), it.get(nature), it.get(other)));
    }

    private static Sequence<TDTaskObject> tdTask() {
        var details = Sequence.<TDRequestDetails>in(TASK);
        var values = details.wrapped(
                "RequestValues", atLeastOne(TASK, "RequestValue", REQUEST_VALUE), TDRequestDetails::values);
        var refinement = details.optional("RequestValueRefinement", STRING, TDRequestDetails::refinement);
        var observed = details.wrapped(
                "ObservedTimes", listOf(TASK, "ObservedTime", DATE_TIME), TDRequestDetails::observedTimes);
        details.made(it -> new TDRequestDetails(it.get(values), it.get(refinement), it.get(observed)));

        var earlier = Sequence.<DisclosureReference>in(TASK);
        var earlierValue = earlier.optional("ReferenceValue", STRING, DisclosureReference::value);
        var nature = earlier.optional("NatureOfReference", ENTRY, DisclosureReference::nature);
        var transmitted = earlier.optional("TransmissionTime", DATE_TIME, DisclosureReference::transmitted);
        earlier.made(it -> new DisclosureReference(it.get(earlierValue), it.get(nature), it.get(transmitted)));

        var type = Sequence.<TDTaskObject>named(TASK, "TDTaskObject");
        var base = type.group(BASE, TDTaskObject::base);
        var requesterReference = type.optional("RequesterReference", STRING, TDTaskObject::requesterReference);
        var providerReference = type.optional("CSPReference", STRING, TDTaskObject::providerReference);
        var status = type.optional("Status", ENTRY, TDTaskObject::status);
        var reason = type.optional("StatusReason", ERROR, TDTaskObject::statusReason);
        var desired = type.optional("DesiredStatus", ENTRY, TDTaskObject::desiredStatus);
        var request = type.optional("RequestDetails", details, TDTaskObject::request);
        var provider = type.optional("CSPID", ENDPOINT, TDTaskObject::provider);
        var flags = type.wrapped("Flags", listOf(TASK, "TDTaskFlag", ENTRY), TDTaskObject::flags);
        var national = type.optional("NationalTDTaskingParameters", TreatyForms.TAKEDOWN_SLOT, TDTaskObject::national);
        var deadlines =
                type.wrapped("Deadlines", listOf(TASK, "TakedownDeadline", deadline()), TDTaskObject::deadlines);
        var disclosures = type.wrapped(
                "AlternativeDisclosureReferences",
                listOf(TASK, "AlternativeDisclosureReference", earlier),
                TDTaskObject::disclosureReferences);
        var manual = type.optional("ManualInformation", STRING, TDTaskObject::manualInformation);
        return type.made(it -> new TDTaskObject(
                it.get(base),
                it.get(requesterReference),
                it.get(providerReference),
                it.get(status),
                it.get(reason),
                it.get(desired),
                it.get(request),
                it.get(provider),
                it.get(flags),
                it.get(national),
                it.get(deadlines),
                it.get(disclosures),
                it.get(manual)));
    }
}
