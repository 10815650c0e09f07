package org.comity.law;

import static org.comity.law.Finding.Result.MET;
import static org.comity.law.Finding.Result.NOT_MET;
import static org.comity.law.Finding.Result.UNKNOWN;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.law.Condition.Answer;
import org.comity.law.Condition.Head;
import org.comity.law.NationalLaw.NationalProvision;

/** Tests the conditions that the data set states for a route. */
final class Conditions {

    private final LawBase law;
    private final RouteQuery query;
    private final State requesting;
    private final State requested;

    Conditions(LawBase law, RouteQuery query, State requesting, State requested) {
        this.law = law;
        this.query = query;
        this.requesting = requesting;
        this.requested = requested;
    }

    /** The answer to a condition; none where it is not asked in this case. */
    Optional<Finding> test(Condition condition) {
        Head head = condition.head();
        if (!head.forData().isEmpty() && !head.forData().contains(query.dataCategory())) {
            return Optional.empty();
        }
        return switch (condition) {
            case Condition.Stated stated -> Optional.of(say(head, stated.answer()));
            case Condition.BothBound both ->
                Optional.of(say(head, bindsBoth(both.instruments()) ? both.then() : both.otherwise()));
            case Condition.OffenceAmong among ->
                Optional.of(say(head, isOneOf(among.offences()) ? among.then() : among.otherwise()));
            case Condition.Penalty penalty -> Optional.of(penalty(penalty));
            case Condition.Declared declared -> declared(declared);
            case Condition.OwnPower power -> Optional.of(ownPower(power));
            case Condition.StateAmong among ->
                Optional.of(say(
                        head,
                        among.states().contains((among.ofRequesting() ? requesting : requested).code())
                                ? among.then()
                                : among.otherwise()));
        };
    }

    boolean bindsBoth(List<String> instruments) {
        return instruments.stream()
                .anyMatch(id -> law.boundOn(requesting.code(), id, query.on())
                        && law.boundOn(requested.code(), id, query.on()));
    }

    /** Whether the offence is one of these, or the same conduct under another instrument. */
    boolean isOneOf(List<String> offences) {
        return switch (query.offence()) {
            case Offence.Other _ -> false;
            case Offence.Described described ->
                offences.stream().anyMatch(o -> law.sameConduct(o, described.provision()));
        };
    }

    private Finding say(Head head, Answer answer) {
        return say(head, answer.result(), saying(answer));
    }

    private Saying saying(Answer answer) {
        return Saying.of(law.translations().says(answer))
                .with("requesting", requesting)
                .with("requested", requested);
    }

    private Finding say(Head head, Finding.Result result, Saying saying) {
        Optional<Provision> provision = law.provision(head.provision());
        return new Finding(
                head.rule(),
                result,
                saying,
                head.provision(),
                provision.map(Provision::source).orElse(""),
                provision.map(Provision::basis).orElse(Basis.RECALLED));
    }

    private Optional<Finding> declared(Condition.Declared condition) {
        List<State> declarants = new ArrayList<>();
        if (condition.byRequested()) {
            declarants.add(requested);
        }
        if (condition.byRequesting()) {
            declarants.add(requesting);
        }
        String instrument = condition.head().provision().split(":", 2)[0];
        for (State declarant : declarants) {
            Optional<Declaration> found = law.declarationsOf(declarant.code()).stream()
                    .filter(d -> d.instrument().equals(instrument))
                    .filter(d -> d.hasEffect(condition.effects()) && d.inForceOn(query.on()))
                    .findFirst();
            if (found.isPresent()) {
                return Optional.of(new Finding(
                        condition.head().rule(),
                        condition.then().result(),
                        saying(condition.then()).with("declarant", declarant),
                        condition.head().provision(),
                        found.get().source(),
                        found.get().basis()));
            }
        }
        return Optional.empty();
    }

    /** Whether the law of the requesting State lets its authorities order this of a provider. */
    private Finding ownPower(Condition.OwnPower condition) {
        Head head = condition.head();
        Optional<NationalLaw> national = law.nationalLaw(requesting.code());
        List<NationalProvision> rows = condition.powers().stream()
                .flatMap(power -> national.stream().flatMap(its -> its.on(power, query.on()).stream()))
                .toList();
        Optional<NationalProvision> power = rows.stream()
                .filter(NationalProvision::covers)
                .min(Comparator.comparing(row -> !row.coverage().equals("full")));
        if (power.isPresent()) {
            NationalProvision row = power.get();
            boolean whole = row.coverage().equals("full");
            return row(
                    head,
                    whole ? MET : UNKNOWN,
                    (whole ? Saying.of("own-power.has") : Saying.of("own-power.in-part"))
                            .with("state", requesting)
                            .with("law", cite(national.orElseThrow(), row))
                            .with("summary", row.summary()),
                    row);
        }
        Optional<NationalProvision> lacking =
                rows.stream().filter(row -> row.coverage().equals("none")).findFirst();
        return lacking.map(row -> row(
                        head,
                        row.basis() == Basis.VERIFIED ? NOT_MET : UNKNOWN,
                        Saying.of("own-power.none").with("state", requesting),
                        row))
                .orElseGet(
                        () -> say(head, UNKNOWN, Saying.of("own-power.unknown").with("state", requesting)));
    }

    private static String cite(NationalLaw national, NationalProvision row) {
        String act = national.act(row.act()).map(NationalLaw.Act::title).orElse(row.act());
        return row.article().map(article -> act + " " + article).orElse(act);
    }

    /** Whether the offence carries the penalty. */
    Finding penalty(Condition.Penalty condition) {
        Head head = condition.head();
        if (isOneOf(condition.exceptOffences())) {
            return say(
                    head,
                    MET,
                    asked(condition, Saying.of("penalty.not-asked"))
                            .with("offence", query.offence().code()));
        }
        OffenceInLaw offence = new OffenceInLaw(law, condition.ofRequesting() ? requesting : requested, query);
        return inMonths(condition, offence);
    }

    private Finding inMonths(Condition.Penalty condition, OffenceInLaw offence) {
        Head head = condition.head();
        List<NationalProvision> rows =
                offence.rows().stream().filter(NationalProvision::covers).toList();
        Optional<NationalProvision> reaching = rows.stream()
                .filter(row -> reaches(row.penaltyMaxMonths(), condition.atLeastMonths()))
                .findFirst();
        if (reaching.isPresent()) {
            NationalProvision row = reaching.get();
            return row(
                    head,
                    MET,
                    asked(condition, Saying.of("penalty.reached"))
                            .with("state", offence.state())
                            .withPenalty("penalty", row.penaltyMaxMonths().orElseThrow())
                            .with("article", offence.cite(row)),
                    row);
        }
        if (rows.isEmpty()) {
            return say(
                    head,
                    UNKNOWN,
                    asked(condition, Saying.of("penalty.unknown")).with("state", offence.state()));
        }
        Optional<NationalProvision> aggravated = rows.stream()
                .filter(row -> reaches(row.penaltyAggravatedMaxMonths(), condition.atLeastMonths()))
                .findFirst();
        if (aggravated.isPresent()) {
            NationalProvision row = aggravated.get();
            return row(
                    head,
                    UNKNOWN,
                    asked(condition, Saying.of("penalty.aggravated"))
                            .with("state", offence.state())
                            .withPenalty(
                                    "penalty", row.penaltyAggravatedMaxMonths().orElseThrow())
                            .with("article", offence.cite(row)),
                    row);
        }
        boolean certain = rows.stream()
                .allMatch(row ->
                        row.penaltyMaxMonths().isPresent() && row.basis() == Basis.VERIFIED && !row.penaltyRecalled());
        NationalProvision row = rows.getFirst();
        return row(
                head,
                certain ? NOT_MET : UNKNOWN,
                row.penaltyMaxMonths()
                        .map(months ->
                                asked(condition, Saying.of("penalty.below")).withPenalty("penalty", months))
                        .orElse(asked(condition, Saying.of("penalty.not-held")))
                        .with("state", offence.state())
                        .with("article", offence.cite(row)),
                row);
    }

    private Saying asked(Condition.Penalty condition, Saying saying) {
        return saying.with("threshold", law.translations().threshold(condition));
    }

    private static Finding row(Head head, Finding.Result result, Saying saying, NationalProvision row) {
        return new Finding(head.rule(), result, saying, head.provision(), row.source(), row.basis());
    }

    private static boolean reaches(Optional<Integer> months, int threshold) {
        return months.filter(m -> m >= threshold).isPresent();
    }
}
