package org.comity.hi1;

import static org.comity.hi1.CommonForms.COUNTRY;
import static org.comity.hi1.CommonForms.DATE;
import static org.comity.hi1.CommonForms.DATE_TIME;
import static org.comity.hi1.CommonForms.EMAIL;
import static org.comity.hi1.CommonForms.IDENTIFIER;
import static org.comity.hi1.CommonForms.NUMBER;
import static org.comity.hi1.CommonForms.PHONE;
import static org.comity.hi1.CommonForms.REQUEST_VALUE;
import static org.comity.hi1.CommonForms.STRING;
import static org.comity.hi1.CommonForms.TOKEN;
import static org.comity.hi1.CommonForms.TRUTH;
import static org.comity.hi1.Names.TREATY;

import java.util.Arrays;
import java.util.List;
import javax.xml.namespace.QName;

/** Our own types for the slots of the standard, as in {@code treaty.xsd}. */
final class TreatyForms {

    private static final Form<Provision> PROVISION = Form.token(Provision::new, Provision::value);

    static final Form<NationalAuthorisationParameters> AUTHORISATION_SLOT = new SlotForm<>(
            NationalAuthorisationParameters.class,
            List.of(new SlotForm.Own<>(TreatyAuthorisation.class, authorisation())));
    static final Form<NationalDocumentParameters> DOCUMENT_SLOT = new SlotForm<>(
            NationalDocumentParameters.class, List.of(new SlotForm.Own<>(TreatyDocument.class, document())));
    static final Form<NationalLPTaskingParameters> PRESERVATION_SLOT = new SlotForm<>(
            NationalLPTaskingParameters.class, List.of(new SlotForm.Own<>(TreatyPreservation.class, preservation())));
    static final Form<NationalLDTaskingParameters> DISCLOSURE_SLOT = new SlotForm<>(
            NationalLDTaskingParameters.class, List.of(new SlotForm.Own<>(TreatyDisclosure.class, disclosure())));
    static final Form<NationalTDTaskingParameters> TAKEDOWN_SLOT = new SlotForm<>(
            NationalTDTaskingParameters.class, List.of(new SlotForm.Own<>(TreatyTakedown.class, takedown())));
    static final Form<NationalNotificationParameters> NOTIFICATION_SLOT =
            new SlotForm<>(NationalNotificationParameters.class, List.of(new SlotForm.Own<>(TreatyStep.class, step())));

    private TreatyForms() {}

    private static Sequence<TreatyAuthorisation> authorisation() {
        var authority = Sequence.<TreatyAuthorisation.Authority>in(TREATY);
        var organisation = authority.required("Organisation", STRING, TreatyAuthorisation.Authority::organisation);
        var role = authority.required("Role", STRING, TreatyAuthorisation.Authority::role);
        var email = authority.optional("EmailAddress", EMAIL, TreatyAuthorisation.Authority::email);
        var phone = authority.optional("PhoneNumber", PHONE, TreatyAuthorisation.Authority::phone);
        var reply = authority.optional("ReplyPreference", STRING, TreatyAuthorisation.Authority::replyPreference);
        authority.made(it -> new TreatyAuthorisation.Authority(
                it.get(organisation), it.get(role), it.get(email), it.get(phone), it.get(reply)));

        var offence = Sequence.<TreatyAuthorisation.Offence>in(TREATY);
        var provisions = offence.repeated("Provision", PROVISION, TreatyAuthorisation.Offence::provisions);
        var description = offence.required("Description", STRING, TreatyAuthorisation.Offence::description);
        var penalty = offence.optional("Penalty", STRING, TreatyAuthorisation.Offence::penalty);
        offence.made(it -> new TreatyAuthorisation.Offence(it.get(provisions), it.get(description), it.get(penalty)));

        var followUp = Sequence.<TreatyAuthorisation.FollowUp>in(TREATY);
        var plannedOn = followUp.optional("PlannedOn", DATE, TreatyAuthorisation.FollowUp::plannedOn);
        var by = followUp.optional("Authority", STRING, TreatyAuthorisation.FollowUp::authority);
        followUp.made(it -> new TreatyAuthorisation.FollowUp(it.get(plannedOn), it.get(by)));

        var urgency = Sequence.<TreatyAuthorisation.Urgency>in(TREATY);
        var level = urgency.required("Level", TOKEN, TreatyAuthorisation.Urgency::level);
        var why = urgency.optional("Reason", STRING, TreatyAuthorisation.Urgency::reason);
        urgency.made(it -> new TreatyAuthorisation.Urgency(it.get(level), it.get(why)));

        var confidentiality = Sequence.<TreatyAuthorisation.Confidentiality>in(TREATY);
        var reason = confidentiality.required("Reason", STRING, TreatyAuthorisation.Confidentiality::reason);
        var until = confidentiality.optional("Until", DATE_TIME, TreatyAuthorisation.Confidentiality::until);
        confidentiality.made(it -> new TreatyAuthorisation.Confidentiality(it.get(reason), it.get(until)));

        var alternatives = Sequence.<TreatyAuthorisation.Alternatives>in(TREATY);
        var group = alternatives.required("Group", IDENTIFIER, TreatyAuthorisation.Alternatives::group);
        var of = alternatives.required("Of", NUMBER, TreatyAuthorisation.Alternatives::of);
        alternatives.made(it -> new TreatyAuthorisation.Alternatives(it.get(group), it.get(of)));

        var type = Sequence.<TreatyAuthorisation>named(TREATY, "TreatyAuthorisation");
        var country = type.required(countryIn(Names.AUTHORISATION), COUNTRY, TreatyAuthorisation::country);
        var provision = type.required("Provision", PROVISION, TreatyAuthorisation::provision);
        var requesting = type.required("RequestingAuthority", authority, TreatyAuthorisation::authority);
        var caseReference = type.required("CaseReference", STRING, TreatyAuthorisation::caseReference);
        var offencePart = type.required("Offence", offence, TreatyAuthorisation::offence);
        var facts = type.required("Facts", STRING, TreatyAuthorisation::facts);
        var necessity = type.required("Necessity", STRING, TreatyAuthorisation::necessity);
        var followUpPart = type.optional("FollowUp", followUp, TreatyAuthorisation::followUp);
        var urgencyPart = type.optional("Urgency", urgency, TreatyAuthorisation::urgency);
        var secrecy = type.optional("Confidentiality", confidentiality, TreatyAuthorisation::confidentiality);
        var oneOf = type.optional("Alternatives", alternatives, TreatyAuthorisation::alternatives);
        var emergencyPart = type.optional("Emergency", emergency(), TreatyAuthorisation::emergency);
        var conditions = type.repeated("Condition", STRING, TreatyAuthorisation::conditions);
        var issuance = type.optional("Issuance", issuance(), TreatyAuthorisation::issuance);
        return type.made(it -> new TreatyAuthorisation(
                it.get(country),
                it.get(provision),
                it.get(requesting),
                it.get(caseReference),
                it.get(offencePart),
                it.get(facts),
                it.get(necessity),
                it.get(followUpPart),
                it.get(urgencyPart),
                it.get(secrecy),
                it.get(oneOf),
                it.get(emergencyPart),
                it.get(conditions),
                it.get(issuance)));
    }

    private static Sequence<TreatyAuthorisation.Issuance> issuance() {
        var issuance = Sequence.<TreatyAuthorisation.Issuance>in(TREATY);
        var reviewedBy = issuance.required("ReviewedBy", STRING, TreatyAuthorisation.Issuance::reviewedBy);
        var certifiedBy = issuance.required("CertifiedBy", STRING, TreatyAuthorisation.Issuance::certifiedBy);
        var targeting = issuance.required("Targeting", STRING, TreatyAuthorisation.Issuance::targeting);
        return issuance.made(
                it -> new TreatyAuthorisation.Issuance(it.get(reviewedBy), it.get(certifiedBy), it.get(targeting)));
    }

    private static Sequence<TreatyAuthorisation.Emergency> emergency() {
        var emergency = Sequence.<TreatyAuthorisation.Emergency>in(TREATY);
        var risk = emergency.required("Risk", TOKEN, TreatyAuthorisation.Emergency::risk);
        var atRisk = emergency.required("AtRisk", STRING, TreatyAuthorisation.Emergency::atRisk);
        var harm = emergency.required("Harm", STRING, TreatyAuthorisation.Emergency::harm);
        var imminence = emergency.required("Imminence", STRING, TreatyAuthorisation.Emergency::imminence);
        var effect = emergency.required("Effect", STRING, TreatyAuthorisation.Emergency::effect);
        return emergency.made(it -> new TreatyAuthorisation.Emergency(
                it.get(risk), it.get(atRisk), it.get(harm), it.get(imminence), it.get(effect)));
    }

    private static Sequence<TreatyDocument> document() {
        var type = Sequence.<TreatyDocument>named(TREATY, "TreatyDocument");
        var country = type.required(countryIn(Names.DOCUMENT), COUNTRY, TreatyDocument::country);
        var form = type.required("Form", TOKEN, TreatyDocument::form);
        var language = type.required("Language", Form.token(Language::new, Language::value), TreatyDocument::language);
        var translationOf = type.optional("TranslationOf", IDENTIFIER, TreatyDocument::translationOf);
        var ground = type.optional("Ground", PROVISION, TreatyDocument::ground);
        var translations = type.repeated("Translation", translation(), TreatyDocument::translations);
        return type.made(it -> new TreatyDocument(
                it.get(country),
                it.get(form),
                it.get(language),
                it.get(translationOf),
                it.get(ground),
                it.get(translations)));
    }

    private static Sequence<TreatyTranslation> translation() {
        var translation = Sequence.<TreatyTranslation>in(TREATY);
        var text = translation.required("Text", TOKEN, TreatyTranslation::text);
        var language = translation.required(
                "Language", Form.token(Language::new, Language::value), TreatyTranslation::language);
        var words = translation.required("Words", STRING, TreatyTranslation::words);
        var made = translation.required("Made", TOKEN, TreatyTranslation::made);
        var by = translation.required("By", STRING, TreatyTranslation::by);
        var reviewed = translation.required("Reviewed", TRUTH, TreatyTranslation::reviewed);
        var on = translation.required("On", DATE, TreatyTranslation::on);
        return translation.made(it -> new TreatyTranslation(
                it.get(text), it.get(language), it.get(words), it.get(made), it.get(by), it.get(reviewed), it.get(on)));
    }

    private static Sequence<TreatyPreservation.Item> item() {
        var item = Sequence.<TreatyPreservation.Item>in(TREATY);
        var identifier = item.required("Identifier", REQUEST_VALUE, TreatyPreservation.Item::identifier);
        var asGiven = item.optional("AsGiven", STRING, TreatyPreservation.Item::asGiven);
        var from = item.optional("From", DATE_TIME, TreatyPreservation.Item::from);
        var until = item.optional("Until", DATE_TIME, TreatyPreservation.Item::until);
        return item.made(
                it -> new TreatyPreservation.Item(it.get(identifier), it.get(asGiven), it.get(from), it.get(until)));
    }

    private static Sequence<TreatyDisclosure> disclosure() {
        var type = Sequence.<TreatyDisclosure>named(TREATY, "TreatyDisclosure");
        var country = type.required(countryIn(Names.TASK), COUNTRY, TreatyDisclosure::country);
        var categories = type.repeated("DataCategory", TOKEN, TreatyDisclosure::categories);
        var relation = type.required("Relation", STRING, TreatyDisclosure::relation);
        var custodian = type.optional("Custodian", STRING, TreatyDisclosure::custodian);
        var custodianKind = type.optional("CustodianKind", TOKEN, TreatyDisclosure::custodianKind);
        var location = type.optional("Location", STRING, TreatyDisclosure::location);
        var items = type.repeated("Item", item(), TreatyDisclosure::items);
        var procedure = type.optional("Procedure", STRING, TreatyDisclosure::procedure);
        var conditions = type.repeated("Condition", STRING, TreatyDisclosure::conditions);
        return type.made(it -> new TreatyDisclosure(
                it.get(country),
                it.get(categories),
                it.get(relation),
                it.get(custodian),
                it.get(custodianKind),
                it.get(location),
                it.get(items),
                it.get(procedure),
                it.get(conditions)));
    }

    private static Sequence<TreatyTakedown> takedown() {
        var type = Sequence.<TreatyTakedown>named(TREATY, "TreatyTakedown");
        var country = type.required(countryIn(Names.TASK), COUNTRY, TreatyTakedown::country);
        var measure = type.required("Measure", TOKEN, TreatyTakedown::measure);
        var grounds = type.repeated("Ground", PROVISION, TreatyTakedown::grounds);
        var explanation = type.required("Explanation", STRING, TreatyTakedown::explanation);
        var kind = type.optional("ContentKind", TOKEN, TreatyTakedown::contentKind);
        var territories = type.repeated("Territory", COUNTRY, TreatyTakedown::territories);
        var preservation = type.optional("Preservation", IDENTIFIER, TreatyTakedown::preservation);
        var redress = type.optional("Redress", STRING, TreatyTakedown::redress);
        var inform = type.optional("InformUser", TRUTH, TreatyTakedown::informUser);
        return type.made(it -> new TreatyTakedown(
                it.get(country),
                it.get(measure),
                it.get(grounds),
                it.get(explanation),
                it.get(kind),
                it.get(territories),
                it.get(preservation),
                it.get(redress),
                it.get(inform)));
    }

    private static Sequence<TreatyPreservation> preservation() {
        var type = Sequence.<TreatyPreservation>named(TREATY, "TreatyPreservation");
        var country = type.required(countryIn(Names.TASK), COUNTRY, TreatyPreservation::country);
        var kind = type.required(
                "Kind", Form.token(TreatyForms::kind, TreatyPreservation.Kind::token), TreatyPreservation::kind);
        var previous = type.optional("PreviousReference", STRING, TreatyPreservation::previousReference);
        var categories = type.repeated("DataCategory", TOKEN, TreatyPreservation::categories);
        var relation = type.required("Relation", STRING, TreatyPreservation::relation);
        var custodian = type.optional("Custodian", STRING, TreatyPreservation::custodian);
        var custodianKind = type.optional("CustodianKind", TOKEN, TreatyPreservation::custodianKind);
        var location = type.optional("Location", STRING, TreatyPreservation::location);
        var items = type.repeated("Item", item(), TreatyPreservation::items);
        var deletion = type.optional("ExpectedDeletion", DATE, TreatyPreservation::expectedDeletion);
        var disclosure = type.optional("PartialDisclosure", TRUTH, TreatyPreservation::partialDisclosure);
        return type.made(it -> new TreatyPreservation(
                it.get(country),
                it.get(kind),
                it.get(previous),
                it.get(categories),
                it.get(relation),
                it.get(custodian),
                it.get(custodianKind),
                it.get(location),
                it.get(items),
                it.get(deletion),
                it.get(disclosure)));
    }

    private static Sequence<TreatyStep> step() {
        var outcome = Sequence.<TreatyStep.Outcome>in(TREATY);
        var identifier = outcome.required("Identifier", REQUEST_VALUE, TreatyStep.Outcome::identifier);
        var result = outcome.required("Result", TOKEN, TreatyStep.Outcome::result);
        var remark = outcome.optional("Remark", STRING, TreatyStep.Outcome::remark);
        outcome.made(it -> new TreatyStep.Outcome(it.get(identifier), it.get(result), it.get(remark)));

        var condition = Sequence.<TreatyStep.Condition>in(TREATY);
        var text = condition.required("Text", STRING, TreatyStep.Condition::text);
        var under = condition.optional("Under", STRING, TreatyStep.Condition::under);
        condition.made(it -> new TreatyStep.Condition(it.get(text), it.get(under)));

        var exhibit = Sequence.<TreatyStep.Exhibit>in(TREATY);
        var transfer = exhibit.required("Transfer", STRING, TreatyStep.Exhibit::transfer);
        var name = exhibit.required("Name", STRING, TreatyStep.Exhibit::name);
        var mediaType = exhibit.required("MediaType", STRING, TreatyStep.Exhibit::mediaType);
        var size = exhibit.required("Size", Form.token(Long::valueOf, String::valueOf), TreatyStep.Exhibit::size);
        var digest = exhibit.required("Digest", STRING, TreatyStep.Exhibit::digest);
        var root = exhibit.required("Root", STRING, TreatyStep.Exhibit::root);
        var address = exhibit.required("Address", STRING, TreatyStep.Exhibit::address);
        var sealedKey = exhibit.required("SealedKey", STRING, TreatyStep.Exhibit::sealedKey);
        var conditions = exhibit.repeated("Condition", condition, TreatyStep.Exhibit::conditions);
        exhibit.made(it -> new TreatyStep.Exhibit(
                it.get(transfer),
                it.get(name),
                it.get(mediaType),
                it.get(size),
                it.get(digest),
                it.get(root),
                it.get(address),
                it.get(sealedKey),
                it.get(conditions)));

        var type = Sequence.<TreatyStep>named(TREATY, "TreatyStep");
        var country = type.required(countryIn(Names.NOTIFICATION), COUNTRY, TreatyStep::country);
        var step = type.required("Step", TOKEN, TreatyStep::step);
        var sequence = type.required("Sequence", NUMBER, TreatyStep::sequence);
        var occurredAt = type.required("OccurredAt", DATE_TIME, TreatyStep::occurredAt);
        var ownReference = type.optional("OwnReference", STRING, TreatyStep::ownReference);
        var reason = type.optional("Reason", STRING, TreatyStep::reason);
        var ground = type.optional("Ground", PROVISION, TreatyStep::ground);
        var effectiveAt = type.optional("EffectiveAt", DATE_TIME, TreatyStep::effectiveAt);
        var preservedUntil = type.optional("PreservedUntil", DATE_TIME, TreatyStep::preservedUntil);
        var reviewAt = type.optional("ReviewAt", DATE_TIME, TreatyStep::reviewAt);
        var provider = type.optional("Provider", STRING, TreatyStep::provider);
        var outcomes = type.repeated("Outcome", outcome, TreatyStep::outcomes);
        var exhibits = type.repeated("Exhibit", exhibit, TreatyStep::exhibits);
        var remarks = type.optional("Remarks", STRING, TreatyStep::remarks);
        return type.made(it -> new TreatyStep(
                it.get(country),
                it.get(step),
                it.get(sequence),
                it.get(occurredAt),
                it.get(ownReference),
                it.get(reason),
                it.get(ground),
                it.get(effectiveAt),
                it.get(preservedUntil),
                it.get(reviewAt),
                it.get(provider),
                it.get(outcomes),
                it.get(exhibits),
                it.get(remarks)));
    }

    /** The country code stands first in every national type, in the namespace of the slot. */
    private static QName countryIn(String namespace) {
        return new QName(namespace, "CountryCode");
    }

    private static TreatyPreservation.Kind kind(String token) {
        return Arrays.stream(TreatyPreservation.Kind.values())
                .filter(it -> it.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the kind is \"new\" or \"extension\", not \"%s\"".formatted(Text.shown(token))));
    }
}
