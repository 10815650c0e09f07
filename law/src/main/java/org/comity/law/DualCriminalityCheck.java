package org.comity.law;

import static org.comity.law.Finding.Result.DISCRETIONARY;
import static org.comity.law.Finding.Result.MET;
import static org.comity.law.Finding.Result.NOT_MET;
import static org.comity.law.Finding.Result.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.law.RouteRules.DualCriminalityRule;

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
    private final ConductInBothLaws conduct;
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
        this.conduct = new ConductInBothLaws(law, query, requesting, requested);
    }

    DualCriminality assess() {
        DualCriminalityRule rule = route.dualCriminality();
        if (!rule.forData().isEmpty() && !rule.forData().contains(query.dataCategory())) {
            return notRequired(
                    "Dual criminality is not asked for " + query.dataCategory().code() + " data ("
                            + route.provision().id() + ").");
        }
        return switch (rule.when()) {
            case NEVER, NOT_APPLICABLE ->
                notRequired("Dual criminality is not a condition (article " + article() + ").");
            case ONLY_IF_RESERVED -> onlyIfReserved(rule);
            case MAY_REFUSE ->
                mayRefuse(requested.nameInSentence() + " may refuse for the absence of dual criminality (article "
                        + article() + ")");
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

    private DualCriminality notRequired(String reason) {
        reasons.note(finding(RULE, MET, reason));
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
                    "Dual criminality is not a condition: " + requested.nameInSentence()
                            + " withdrew its reservation under article " + article + " on "
                            + Sentences.day(withdrawn.get().validTo().orElseThrow()) + "."));
            return DualCriminality.NOT_REQUIRED;
        }
        if (declared.isEmpty()) {
            return noRows(rule, article);
        }
        return notRequired("Dual criminality is not a condition (article " + article()
                + "): this data set holds declarations of " + requested.nameInSentence() + ", and none under article "
                + article
                + " on this date.");
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
                "No declaration or reservation of " + requested.nameInSentence() + " under article " + reservation
                        + " was found; the absence of a row is not the absence of a reservation.",
                route.provision().id(),
                route.provision().source(),
                route.provision().basis());
        if (rule.unknownWithoutRows()) {
            reservationCounts = true;
            reasons.decide(unknown);
            return DualCriminality.UNKNOWN;
        }
        DualCriminality result = notRequired("Dual criminality is not a condition (article " + article()
                + "), unless the requested State has reserved it under article " + reservation + ".");
        reasons.note(unknown);
        return result;
    }

    private DualCriminality reserved(DualCriminalityRule rule, String article, Declaration reservation) {
        String made = requested.nameInSentence() + " has made the reservation of article " + article;
        if (conditions.isOneOf(rule.offenceExempt())) {
            reasons.note(from(
                    reservation,
                    MET,
                    made + ", but the offence " + query.offence().code() + " lies outside of it."));
            return DualCriminality.NOT_REQUIRED;
        }
        reservationCounts = true;
        if (reservation.hasEffect(rule.reservedForCoercionBy())) {
            return mayRefuse(from(
                    reservation,
                    DISCRETIONARY,
                    made + " for coercive measures, and the offence lies inside of it: it may refuse without dual"
                            + " criminality if coercion is needed."));
        }
        return mayRefuse(from(
                reservation,
                DISCRETIONARY,
                made + ", and the offence lies inside of it: it may refuse if it does not expect dual criminality at"
                        + " the time of disclosure."));
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
                return notRequired("The offence is in a category for which dual criminality is not checked, with a"
                        + " sufficient maximum penalty in the law of " + requesting.nameInSentence() + " (article "
                        + article()
                        + ").");
            }
        }
        return mayRefuse("Dual criminality may be checked (article " + article()
                + "), unless the offence is in a listed category"
                + months.map(m -> " with a maximum of at least " + Sentences.penalty(m) + " in "
                                + requesting.nameInSentence())
                        .orElse(""));
    }

    private DualCriminality mayRefuse(String reason) {
        return mayRefuse(finding("may-refuse", DISCRETIONARY, reason + "."));
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

    private Finding inBothLaws() {
        return conduct.conclusion(RULE, route.provision());
    }

    /** What would settle an open answer, as far as the conduct decides. */
    private void ask() {
        conduct.questions()
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

    private Finding finding(String rule, Finding.Result result, String reason) {
        return new Finding(
                rule,
                result,
                reason,
                route.provision().id(),
                route.provision().source(),
                route.provision().basis());
    }

    private Finding from(Declaration declaration, Finding.Result result, String reason) {
        return new Finding(
                "reservation", result, reason, route.provision().id(), declaration.source(), declaration.basis());
    }
}
