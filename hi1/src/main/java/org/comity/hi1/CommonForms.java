package org.comity.hi1;

import static org.comity.hi1.Names.COMMON;
import static org.comity.hi1.Names.CORE;
import static org.comity.hi1.Names.TASK;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/** The types that the parts of TS 103 120 share, and those of TS 103 280. */
final class CommonForms {

    private static final Pattern UUID_FORM =
            Pattern.compile("[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}");
    private static final Pattern NUMBER_FORM = Pattern.compile("\\+?0*[0-9]{1,10}");
    private static final Pattern LENGTH_FORM = Pattern.compile("\\+?0*[0-9]{1,18}");
    private static final Pattern DATE_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    static final Form<String> STRING = Form.text(UnaryOperator.identity(), UnaryOperator.identity());
    static final Form<String> TOKEN = Form.token(UnaryOperator.identity(), UnaryOperator.identity());
    static final Form<UUID> IDENTIFIER = Form.token(CommonForms::uuid, UUID::toString);
    static final Form<Integer> NUMBER = Form.token(CommonForms::number, String::valueOf);
    static final Form<Long> LENGTH = Form.token(CommonForms::length, String::valueOf);
    static final Form<Boolean> TRUTH = Form.token(CommonForms::truth, String::valueOf);
    static final Form<LocalDate> DATE = Form.token(CommonForms::date, LocalDate::toString);
    static final Form<QualifiedDateTime> DATE_TIME = Form.token(QualifiedDateTime::parse, QualifiedDateTime::toString);
    static final Form<QualifiedMicrosecondDateTime> TIMESTAMP =
            Form.token(QualifiedMicrosecondDateTime::parse, QualifiedMicrosecondDateTime::toString);
    static final Form<CountryCode> COUNTRY = Form.token(CountryCode::new, CountryCode::value);
    static final Form<PhoneNumber> PHONE = Form.token(PhoneNumber::new, PhoneNumber::value);
    static final Form<EmailAddress> EMAIL = Form.text(EmailAddress::new, EmailAddress::value);
    static final Form<DocumentObject.Contents> BASE64 =
            Form.token(CommonForms::base64, contents -> Base64.getEncoder().encodeToString(contents.bytes()));

    static final Sequence<EndpointId> ENDPOINT = endpoint();
    static final Sequence<ErrorInformation> ERROR = error();
    static final Sequence<DictionaryEntry> ENTRY = entry();
    static final Sequence<Checksum> CHECKSUM = checksum();
    static final Sequence<RequestValue> REQUEST_VALUE = requestValue();
    static final Form<ForeignParameters> FOREIGN = new SlotForm<>(ForeignParameters.class, List.of());
    static final Sequence<ApprovalDetails> APPROVAL = approval();
    static final Sequence<HI1Object.Base> BASE = base();

    private CommonForms() {}

    static Sequence<Timespan> timespan(String namespace) {
        var type = Sequence.<Timespan>in(namespace);
        var start = type.optional("StartTime", DATE_TIME, Timespan::start);
        var end = type.optional("EndTime", DATE_TIME, Timespan::end);
        return type.made(it -> new Timespan(it.get(start), it.get(end)));
    }

    /** A list in an element of its own; the schemas allow such an element to be empty. */
    static <T> Sequence<List<T>> listOf(String namespace, String element, Form<T> form) {
        var type = Sequence.<List<T>>in(namespace);
        var all = type.repeated(element, form, UnaryOperator.identity());
        return type.made(it -> it.get(all));
    }

    /** A list in an element of its own that may not be empty. */
    static <T> Sequence<List<T>> atLeastOne(String namespace, String element, Form<T> form) {
        var type = Sequence.<List<T>>in(namespace);
        var all = type.repeated(element, form, UnaryOperator.identity());
        return type.made(it -> {
            if (it.get(all).isEmpty()) {
                throw Hi1Exception.of(ErrorCode.ELEMENT_MISSING, "<%s> is missing".formatted(element));
            }
            return it.get(all);
        });
    }

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

    private static Sequence<EndpointId> endpoint() {
        var type = Sequence.<EndpointId>in(CORE);
        var country = type.required("CountryCode", COUNTRY, EndpointId::country);
        var unique = type.required("UniqueIdentifier", STRING, EndpointId::uniqueIdentifier);
        return type.made(it -> new EndpointId(it.get(country), it.get(unique)));
    }

    private static Sequence<ErrorInformation> error() {
        var type = Sequence.<ErrorInformation>in(CORE);
        var code = type.required("ErrorCode", NUMBER, ErrorInformation::code);
        var description = type.required("ErrorDescription", STRING, ErrorInformation::description);
        return type.made(it -> new ErrorInformation(it.get(code), it.get(description)));
    }

    private static Sequence<DictionaryEntry> entry() {
        var type = Sequence.<DictionaryEntry>in(COMMON);
        var owner = type.required("Owner", STRING, DictionaryEntry::owner);
        var name = type.required("Name", STRING, DictionaryEntry::name);
        var value = type.required("Value", STRING, DictionaryEntry::value);
        return type.made(it -> new DictionaryEntry(it.get(owner), it.get(name), it.get(value)));
    }

    private static Sequence<Checksum> checksum() {
        var type = Sequence.<Checksum>in(COMMON);
        var value = type.required("Checksum", STRING, Checksum::value);
        var kind = type.required("ChecksumType", STRING, Checksum::type);
        return type.made(it -> new Checksum(it.get(value), it.get(kind)));
    }

    private static Sequence<RequestValue> requestValue() {
        var format = Sequence.<FormatType>in(TASK);
        var owner = format.required("FormatOwner", STRING, FormatType::owner);
        var name = format.required("FormatName", STRING, FormatType::name);
        format.made(it -> new FormatType(it.get(owner), it.get(name)));

        var type = Sequence.<RequestValue>in(TASK);
        var formatType = type.required("FormatType", format, RequestValue::format);
        var value = type.required("Value", STRING, RequestValue::value);
        return type.made(it -> new RequestValue(it.get(formatType), it.get(value)));
    }

    private static Sequence<ApprovalDetails> approval() {
        var identity = only("NationalApproverIdentity", FOREIGN);
        var signature = only("NationalDigitalSignature", FOREIGN);

        var approver = Sequence.<ApprovalDetails.Approver>in(COMMON);
        var name = approver.optional("ApproverName", STRING, ApprovalDetails.Approver::name);
        var role = approver.optional("ApproverRole", STRING, ApprovalDetails.Approver::role);
        var identityPart = approver.optional("ApproverIdentity", identity, ApprovalDetails.Approver::nationalIdentity);
        var contacts = approver.repeated("ApproverContactDetails", contact(), ApprovalDetails.Approver::contacts);
        approver.made(
                it -> new ApprovalDetails.Approver(it.get(name), it.get(role), it.get(identityPart), it.get(contacts)));

        var type = Sequence.<ApprovalDetails>in(COMMON);
        var kind = type.optional("ApprovalType", STRING, ApprovalDetails::type);
        var description = type.optional("ApprovalDescription", STRING, ApprovalDetails::description);
        var reference = type.optional("ApprovalReference", STRING, ApprovalDetails::reference);
        var who = type.optional("ApproverDetails", approver, ApprovalDetails::approver);
        var when = type.optional("ApprovalTimestamp", DATE_TIME, ApprovalDetails::timestamp);
        var emergency = type.optional("ApprovalIsEmergency", TRUTH, ApprovalDetails::isEmergency);
        var signed = type.optional("ApprovalDigitalSignature", signature, ApprovalDetails::digitalSignature);
        var national = type.optional("ApprovalNationalDetails", FOREIGN, ApprovalDetails::national);
        return type.made(it -> new ApprovalDetails(
                it.get(kind),
                it.get(description),
                it.get(reference),
                it.get(who),
                it.get(when),
                it.get(emergency),
                it.get(signed),
                it.get(national)));
    }

    private static Sequence<ContactDetails> contact() {
        var language = Sequence.<Language>in(COMMON);
        var code = language.required(
                "ISO639Set1LanguageIdentifier", Form.text(Language::new, Language::value), UnaryOperator.identity());
        language.made(it -> it.get(code));

        var type = Sequence.<ContactDetails>in(COMMON);
        var name = type.optional("Name", STRING, ContactDetails::name);
        var role = type.optional("Role", STRING, ContactDetails::role);
        var email = type.optional("EmailAddress", EMAIL, ContactDetails::email);
        var phone = type.optional("PhoneNumber", PHONE, ContactDetails::phone);
        var fax = type.optional("FaxNumber", PHONE, ContactDetails::fax);
        var address = type.optional("Address", STRING, ContactDetails::address);
        var languages = type.repeated("Languages", language, ContactDetails::languages);
        var alternateName = type.optional("ApproverAlternateName", STRING, ContactDetails::alternateName);
        var approverEmail = type.optional("ApproverEmailAddress", EMAIL, ContactDetails::approverEmail);
        var approverPhone = type.optional("ApproverPhoneNumber", PHONE, ContactDetails::approverPhone);
        return type.made(it -> new ContactDetails(
                it.get(name),
                it.get(role),
                it.get(email),
                it.get(phone),
                it.get(fax),
                it.get(address),
                it.get(languages),
                it.get(alternateName),
                it.get(approverEmail),
                it.get(approverPhone)));
    }

    /** A type with a choice of one. */
    private static <T> Sequence<T> only(String element, Form<T> form) {
        var type = Sequence.<T>in(COMMON);
        var part = type.required(new QName(COMMON, element), form, UnaryOperator.identity());
        return type.made(it -> it.get(part));
    }

    private static UUID uuid(String text) {
        return UUID.fromString(Text.matching("identifier", UUID_FORM, "a UUID in small letters", text));
    }

    private static int number(String text) {
        Text.matching("number", NUMBER_FORM, "a whole number", text);
        long number = Long.parseLong(text);
        if (number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the number %d is too large".formatted(number));
        }
        return (int) number;
    }

    private static long length(String text) {
        return Long.parseLong(Text.matching("length", LENGTH_FORM, "a whole number", text));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw new IllegalArgumentException("\"%s\" is neither true nor false".formatted(Text.shown(text)));
        };
    }

    private static LocalDate date(String text) {
        Text.matching("date", DATE_FORM, "like 2026-03-01", text);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no such date: " + text, e);
        }
    }

    private static DocumentObject.Contents base64(String text) {
        try {
            return new DocumentObject.Contents(Base64.getDecoder().decode(text.replaceAll("[ \\t\\r\\n]+", "")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the contents are not base64: " + e.getMessage(), e);
        }
    }
}
