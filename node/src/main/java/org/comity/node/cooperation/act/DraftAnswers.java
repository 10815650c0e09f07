package org.comity.node.cooperation.act;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Confidentiality;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.EmergencyClaim;
import org.comity.node.cooperation.request.FollowUpIntention;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.Issuance;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.Safeguards;
import org.comity.node.cooperation.request.TakeDown;
import org.comity.node.cooperation.request.TimeRange;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.frame.FormErrors;

/** Between a draft and the fields of its questions, both ways. */
public final class DraftAnswers {

    /** The place of the data is not known; the route's page says what can be done then. */
    public static final String UNKNOWN_STATE = "unknown";

    private static final String IDENTIFIERS = "identifiers";

    private final Wording wording;
    private final FormErrors errors;

    private DraftAnswers(Wording wording, FormErrors errors) {
        this.wording = wording;
        this.errors = errors;
    }

    /** What the draft says already, as the fields of a question show it. */
    public static Answers saved(DraftStep step, RequestContent draft) {
        return switch (step) {
            case DATA -> data(draft);
            case SERVICE ->
                Answers.NONE
                        .and("provider", draft.data().provider())
                        .and("holder", draft.data().holder())
                        .and("location", draft.data().location())
                        .and("relation", draft.data().relation())
                        .and("procedures", draft.procedures())
                        .and("conditions", draft.conditions())
                        .and("content", draft.takeDown().map(it -> it.content().token()))
                        .and("means", draft.takeDown().map(it -> it.means().token()))
                        .and("territories", draft.takeDown().map(it -> String.join(", ", it.territories())))
                        .and("redress", draft.takeDown().map(TakeDown::redress))
                        .and("flaggedBy", draft.takeDown().map(TakeDown::flaggedBy))
                        .andMoment("announcedAt", draft.takeDown().flatMap(TakeDown::announcedAt))
                        .and("unpreserved", draft.takeDown().map(TakeDown::unpreserved));
            case OFFENCE ->
                Answers.NONE
                        .and("offence", draft.offence().provisions())
                        .and("offenceText", draft.offence().description())
                        .and("penalty", draft.offence().penalty())
                        .and("facts", draft.facts())
                        .and("proceeding", draft.proceeding());
            case WHERE -> Answers.NONE.and("requestedState", draft.requestedState());
            case URGENCY ->
                Answers.NONE
                        .and("urgency", draft.urgency().level().token())
                        .and("urgencyReason", draft.urgency().reason())
                        .and("risk", draft.emergency().map(it -> it.risk().token()))
                        .and("atRisk", draft.emergency().map(EmergencyClaim::atRisk))
                        .and("harm", draft.emergency().map(EmergencyClaim::harm))
                        .and("imminence", draft.emergency().map(EmergencyClaim::imminence))
                        .and("effect", draft.emergency().map(EmergencyClaim::effect))
                        .and("confidential", draft.confidentiality().wanted())
                        .and("confidentialReason", draft.confidentiality().reason())
                        .and("confidentialUntil", draft.confidentiality().until())
                        .and("mlaIntended", draft.followUp().intended())
                        .and("mlaDate", draft.followUp().plannedOn())
                        .and("mlaAuthority", draft.followUp().authority());
            case SAFEGUARDS ->
                Answers.NONE
                        .and("legality", draft.safeguards().legality())
                        .and("necessity", draft.safeguards().necessity())
                        .and("proportionality", draft.safeguards().proportionality())
                        .and("reviewedBy", draft.issuance().map(Issuance::reviewedBy))
                        .and("certifiedBy", draft.issuance().map(Issuance::certifiedBy))
                        .and("targeting", draft.issuance().map(Issuance::targeting))
                        .and("missingReason", draft.missingReason());
            case ROUTE, CHECK -> Answers.NONE;
        };
    }

    private static Answers data(RequestContent draft) {
        var answers = Answers.NONE
                .and(
                        "categories",
                        draft.data().categories().stream()
                                .map(DataCategory::token)
                                .toList())
                .and("partialDisclosure", draft.partialDisclosure())
                .andMoment("from", draft.data().range().from())
                .andMoment("to", draft.data().range().until())
                .andMoment("expectedDeletion", draft.data().expectedDeletion());
        var number = 0;
        for (var identifier : draft.data().identifiers()) {
            answers = answers.and(field(number, "kind"), identifier.kind().token())
                    .and(field(number, "value"), shown(identifier));
            if (identifier instanceof Identifier.IpAddress address) {
                answers = answers.and(field(number, "at"), inItsZone(address.at()))
                        .and(field(number, "port"), address.port());
            }
            number++;
        }
        return answers;
    }

    private static String inItsZone(OffsetDateTime at) {
        return at.getOffset().equals(ZoneOffset.UTC) ? at.toInstant().toString() : at.toString();
    }

    private static String shown(Identifier identifier) {
        return identifier instanceof Identifier.Phone ? "+" + identifier.value() : identifier.value();
    }

    public static String field(int row, String name) {
        return "%s[%d].%s".formatted(IDENTIFIERS, row, name);
    }

    /** The draft with the answers in it; where one can't be used, the errors say so and the draft is not to be saved. */
    public static RequestContent said(
            DraftStep step, RequestContent draft, Answers answers, Wording wording, FormErrors errors) {
        var reading = new DraftAnswers(wording, errors);
        return switch (step) {
            case DATA -> reading.withData(draft, answers);
            case SERVICE -> reading.withService(draft, answers);
            case OFFENCE -> withOffence(draft, answers);
            case WHERE -> reading.withState(draft, answers);
            case URGENCY -> reading.withUrgency(draft, answers);
            case SAFEGUARDS ->
                draft.with(it -> it.safeguards(new Safeguards(
                                answers.text("legality"), answers.text("necessity"), answers.text("proportionality")))
                        .missingReason(answers.text("missingReason"))
                        .issuance(draft.issuance()
                                .map(_ -> new Issuance(
                                        answers.text("reviewedBy"),
                                        answers.text("certifiedBy"),
                                        answers.text("targeting")))));
            case ROUTE, CHECK -> draft;
        };
    }

    private RequestContent withData(RequestContent draft, Answers answers) {
        var categories =
                answers.all("categories").stream().map(DataCategory::of).collect(Collectors.toSet());
        if (categories.isEmpty()) {
            errors.add("categories", wording.of("wrong.categories"));
        }
        var identifiers = identifiers(answers);
        if (identifiers.isEmpty() && errors.isEmpty()) {
            errors.add(field(0, "value"), wording.of("wrong.identifiers"));
        }
        var range = read(
                "to",
                () -> new TimeRange(answers.moment("from"), answers.moment("to")),
                draft.data().range());
        Optional<Instant> deletion = read(
                "expectedDeletion",
                () -> answers.moment("expectedDeletion"),
                draft.data().expectedDeletion());
        var data = draft.data()
                .with(it -> it.categories(categories)
                        .identifiers(identifiers)
                        .range(range)
                        .expectedDeletion(deletion));
        return draft.with(it -> it.data(data).partialDisclosure(answers.yes("partialDisclosure")));
    }

    private List<Identifier> identifiers(Answers answers) {
        var identifiers = new ArrayList<Identifier>();
        for (var row : answers.rows(IDENTIFIERS)) {
            var value = answers.text(field(row, "value"));
            if (value.isEmpty() && answers.text(field(row, "at")).isEmpty()) {
                continue;
            }
            try {
                identifiers.add(Identifier.read(
                        Identifier.Kind.of(answers.text(field(row, "kind"))),
                        value,
                        answers.text(field(row, "at")),
                        answers.text(field(row, "port"))));
            } catch (ActRefused.Malformed malformed) {
                wording.tell(errors, field(row, malformed.field()), malformed);
            }
        }
        return identifiers;
    }

    private RequestContent withService(RequestContent draft, Answers answers) {
        var wanted = draft.data()
                .with(it -> it.relation(answers.text("relation"))
                        .provider(answers.text("provider"))
                        .holder(answers.text("holder"))
                        .location(answers.text("location")));
        return draft.with(it -> it.data(wanted)
                .procedures(answers.text("procedures"))
                .conditions(answers.text("conditions"))
                .takeDown(draft.takeDown().map(before -> takeDown(before, answers))));
    }

    private TakeDown takeDown(TakeDown before, Answers answers) {
        var territories = Arrays.stream(answers.text("territories").split("[,;\\s]+"))
                .filter(code -> !code.isBlank())
                .map(code -> code.toUpperCase(Locale.ROOT))
                .toList();
        if (!territories.stream().allMatch(code -> code.matches("[A-Z]{2}"))) {
            errors.add("territories", wording.of("wrong.territories"));
        }
        return new TakeDown(
                TakeDown.Content.of(answers.text("content")),
                TakeDown.Means.of(answers.text("means")),
                territories,
                answers.text("redress"),
                answers.text("flaggedBy"),
                read("announcedAt", () -> answers.moment("announcedAt"), before.announcedAt()),
                answers.text("unpreserved"));
    }

    private static RequestContent withOffence(RequestContent draft, Answers answers) {
        return draft.with(it -> it.offence(offence(answers, answers.text("offenceText")))
                .facts(answers.text("facts"))
                .proceeding(answers.text("proceeding")));
    }

    /** The offence that a form's fields name; a case file asks for less than a request. */
    public static Offence offence(Answers answers, String description) {
        var provisions =
                answers.all("offence").stream().filter(id -> !id.isBlank()).toList();
        return new Offence(provisions, description, answers.text("penalty"));
    }

    private RequestContent withState(RequestContent draft, Answers answers) {
        var state = answers.text("requestedState");
        if (state.isEmpty()) {
            errors.add("requestedState", wording.of("wrong.state"));
        }
        return draft.withRequestedState(state.equals(UNKNOWN_STATE) ? "" : state);
    }

    private RequestContent withUrgency(RequestContent draft, Answers answers) {
        var claim = claim(answers);
        var level = claim.isPresent()
                ? UrgencyLevel.EMERGENCY
                : read("urgency", () -> UrgencyLevel.of(answers.text("urgency")), UrgencyLevel.ROUTINE);
        var reason = claim.map(EmergencyClaim::imminence).orElseGet(() -> answers.text("urgencyReason"));
        if (claim.isEmpty() && level != UrgencyLevel.ROUTINE && reason.isEmpty()) {
            errors.add("urgencyReason", wording.of("wrong.urgency-reason"));
        }
        var confidential = answers.yes("confidential");
        if (confidential && answers.text("confidentialReason").isEmpty()) {
            errors.add("confidentialReason", wording.of("wrong.confidential-reason"));
        }
        var until = read(
                "confidentialUntil",
                () -> answers.date("confidentialUntil"),
                draft.confidentiality().until());
        var planned =
                read("mlaDate", () -> answers.date("mlaDate"), draft.followUp().plannedOn());
        return draft.with(it -> it.urgency(new Urgency(level, reason))
                .emergency(claim)
                .confidentiality(
                        confidential
                                ? new Confidentiality(true, answers.text("confidentialReason"), until)
                                : Confidentiality.NONE)
                .followUp(
                        answers.yes("mlaIntended")
                                ? new FollowUpIntention(true, planned, answers.text("mlaAuthority"))
                                : FollowUpIntention.NONE));
    }

    /** Of a kind that claims an emergency: the form asks for its parts instead of a level. */
    private Optional<EmergencyClaim> claim(Answers answers) {
        if (!answers.has("atRisk")) {
            return Optional.empty();
        }
        for (var part : List.of("risk", "atRisk", "harm", "imminence", "effect")) {
            if (answers.text(part).isEmpty()) {
                errors.add(part, wording.of("wrong.emergency." + part));
            }
        }
        return answers.text("risk").isEmpty()
                ? Optional.of(new EmergencyClaim(EmergencyClaim.Risk.LIFE_OR_SAFETY, "", "", "", ""))
                : Optional.of(new EmergencyClaim(
                        EmergencyClaim.Risk.of(answers.text("risk")),
                        answers.text("atRisk"),
                        answers.text("harm"),
                        answers.text("imminence"),
                        answers.text("effect")));
    }

    private <T> T read(String field, Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (Answers.Unreadable unreadable) {
            wording.tell(errors, unreadable);
        } catch (ActRefused.Malformed malformed) {
            wording.tell(errors, field, malformed);
        }
        return otherwise;
    }
}
