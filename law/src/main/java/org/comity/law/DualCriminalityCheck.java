package org.comity.law;

import static org.comity.law.Finding.Result.DISCRETIONARY;
import static org.comity.law.Finding.Result.MET;
import static org.comity.law.Finding.Result.NOT_MET;
import static org.comity.law.Finding.Result.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.comity.law.RouteRules.DualCriminalityRule;
import org.jspecify.annotations.Nullable;

/**
 * Finds whether dual criminality is asked on a route, and whether it is met.
 *
 * <p>Where it is asked, the conduct decides, by the rules of {@link ConductProfile}.
 */
final class DualCriminalityCheck {

    private static final String RULE = "dual-criminality";

    private final LawBase law;
    private final RouteQuery query;
    private final RouteRules route;
    private final Conditions conditions;
    private final State requesting;
    private final State requested;
    private final Reasons reasons;
    private final Supplier<ConductInBothLaws> laws;
    private @Nullable ConductInBothLaws conduct;
    private boolean reservationCounts;

    DualCriminalityCheck(
            LawBase law,
            RouteQuery query,
            RouteRules route,
            Conditions conditions,
            State requesting,
            State requested,
            Reasons reasons) {
        this.law = law;
        this.query = query;
        this.route = route;
        this.conditions = conditions;
        this.requesting = requesting;
        this.requested = requested;
        this.reasons = reasons;
        this.laws = () -> new ConductInBothLaws(law, query, requesting, requested);
    }

    DualCriminality assess() {
        DualCriminalityRule rule = route.dualCriminality();
        if (!rule.forData().isEmpty() && !rule.forData().contains(query.dataCategory())) {
            return notRequired(Saying.of("dual.not-for-data")
                    .withWords("data", "data", List.of(query.dataCategory()))
                    .with("provision", route.provision().id()));
        }
        return switch (rule.when()) {
            case NEVER, NOT_APPLICABLE ->
                notRequired(Saying.of("dual.no-condition").with("article", article()));
            case ONLY_IF_RESERVED -> onlyIfReserved(rule);
            case MAY_REFUSE ->
                mayRefuse(Saying.of("dual.may-refuse").with("state", requested).with("article", article()));
            case REQUIRED -> required();
            case LIST_EXEMPT -> listExempt(rule);
        };
    }

    /**
     * The closed list as it stands in this case: the ground that a reservation opens is on it only for a State that has
     * made the reservation, or may have, and for an offence that lies inside of it.
     */
    List<RefusalGround> groundsHere() {
        Optional<String> reserved = route.dualCriminality().reservationArticle();
        return route.provision().refusalGrounds().stream()
                .filter(ground -> reservationCounts
                        || reserved.filter(ground.article()::equals).isEmpty())
                .toList();
    }

    private String article() {
        return route.dualCriminality().article().orElse(route.provision().article());
    }

    private DualCriminality notRequired(Saying saying) {
        reasons.note(finding(RULE, MET, saying));
        return DualCriminality.NOT_REQUIRED;
    }

    private DualCriminality onlyIfReserved(DualCriminalityRule rule) {
        String article = rule.reservationArticle().orElse(route.provision().article());
        List<Declaration> declared = declarations();
        List<String> codes = new ArrayList<>(rule.reservedBy());
        codes.addAll(rule.reservedForCoercionBy());
        Optional<Declaration> reservation = declared.stream()
                .filter(d -> d.hasEffect(codes) && d.inForceOn(query.on()))
                .findFirst();
        if (reservation.isPresent()) {
            return reserved(rule, article, reservation.get());
        }
        Optional<Declaration> withdrawn = declared.stream()
                .filter(d -> d.hasEffect(codes) && d.withdrawnBy(query.on()))
                .findFirst();
        if (withdrawn.isPresent()) {
            reasons.note(from(
                    withdrawn.get(),
                    MET,
                    Saying.of("dual.reservation-withdrawn")
                            .with("state", requested)
                            .with("reserved", article)
                            .with("day", withdrawn.get().validTo().orElseThrow())));
            return DualCriminality.NOT_REQUIRED;
        }
        if (declared.isEmpty()) {
            return noRows(rule, article);
        }
        return notRequired(Saying.of("dual.not-reserved")
                .with("article", article())
                .with("state", requested)
                .with("reserved", article));
    }

    /**
     * A State of which no declaration was found at all. The treaty's rule then stands, since a reservation is the
     * exception, and a note says that one may exist; where the data set holds no declarations under the instrument for
     * anyone, nothing is known and the question stays open.
     */
    private DualCriminality noRows(DualCriminalityRule rule, String reservation) {
        Finding unknown = new Finding(
                "declarations-known",
                UNKNOWN,
                Saying.of("dual.reservation-unknown").with("state", requested).with("reserved", reservation),
                route.provision().id(),
                route.provision().source(),
                route.provision().basis());
        if (rule.unknownWithoutRows()) {
            reservationCounts = true;
            reasons.decide(unknown);
            return DualCriminality.UNKNOWN;
        }
        DualCriminality result = notRequired(
                Saying.of("dual.unless-reserved").with("article", article()).with("reserved", reservation));
        reasons.note(unknown);
        return result;
    }

    private DualCriminality reserved(DualCriminalityRule rule, String article, Declaration reservation) {
        if (conditions.isOneOf(rule.offenceExempt())) {
            reasons.note(from(
                    reservation,
                    MET,
                    made(Saying.of("dual.reserved.outside"), article)
                            .with("offence", query.offence().code())));
            return DualCriminality.NOT_REQUIRED;
        }
        reservationCounts = true;
        Saying inside = reservation.hasEffect(rule.reservedForCoercionBy())
                ? Saying.of("dual.reserved.coercion")
                : Saying.of("dual.reserved.inside");
        return mayRefuse(from(reservation, DISCRETIONARY, made(inside, article)));
    }

    private Saying made(Saying saying, String article) {
        return saying.with("state", requested).with("reserved", article);
    }

    private DualCriminality listExempt(DualCriminalityRule rule) {
        Optional<Integer> months = rule.exemptPenaltyMonths();
        if (conditions.isOneOf(rule.offenceExempt())) {
            boolean reached = months.isEmpty()
                    || new OffenceInLaw(law, requesting, query)
                            .rows().stream()
                                    .flatMap(row -> row.penaltyMaxMonths().stream())
                                    .anyMatch(m -> m >= months.get());
            if (reached) {
                return notRequired(
                        Saying.of("dual.listed").with("state", requesting).with("article", article()));
            }
        }
        return mayRefuse(months.map(m -> Saying.of("dual.unless-listed.penalty")
                        .withPenalty("penalty", m)
                        .with("state", requesting))
                .orElse(Saying.of("dual.unless-listed"))
                .with("article", article()));
    }

    private DualCriminality mayRefuse(Saying saying) {
        return mayRefuse(finding("may-refuse", DISCRETIONARY, saying));
    }

    /** It is the requested State's choice; the choice falls away where the offence is known in both laws. */
    private DualCriminality mayRefuse(Finding choice) {
        Finding both = inBothLaws();
        if (both.result() == MET) {
            reasons.note(choice);
            reasons.note(both);
            return DualCriminality.MET;
        }
        reasons.decide(choice);
        reasons.note(both);
        ask();
        return both.result() == NOT_MET ? DualCriminality.NOT_MET : DualCriminality.DISCRETIONARY;
    }

    private DualCriminality required() {
        Finding both = inBothLaws();
        reasons.decide(both);
        ask();
        return switch (both.result()) {
            case MET -> DualCriminality.MET;
            case NOT_MET -> DualCriminality.NOT_MET;
            case DISCRETIONARY -> DualCriminality.DISCRETIONARY;
            case UNKNOWN -> DualCriminality.UNKNOWN;
        };
    }

    /** Looked up only where it is asked for, which on most routes it is not. */
    private ConductInBothLaws conduct() {
        ConductInBothLaws known = conduct;
        if (known == null) {
            known = laws.get();
            conduct = known;
        }
        return known;
    }

    private Finding inBothLaws() {
        return conduct().conclusion(RULE, route.provision());
    }

    /** What would settle an open answer, as far as the conduct decides. */
    private void ask() {
        conduct()
                .questions()
                .forEach(question -> reasons.note(new Finding(
                        "question",
                        UNKNOWN,
                        Saying.of("conduct.question").with("question", question.saying()),
                        route.provision().id(),
                        route.provision().source(),
                        route.provision().basis())));
    }

    private List<Declaration> declarations() {
        return law.declarationsOf(requested.code()).stream()
                .filter(d -> d.instrument().equals(route.provision().instrument()))
                .toList();
    }

    private Finding finding(String rule, Finding.Result result, Saying saying) {
        return new Finding(
                rule,
                result,
                saying,
                route.provision().id(),
                route.provision().source(),
                route.provision().basis());
    }

    private Finding from(Declaration declaration, Finding.Result result, Saying saying) {
        return new Finding(
                "reservation", result, saying, route.provision().id(), declaration.source(), declaration.basis());
    }
}
