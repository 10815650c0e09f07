package org.comity.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.law.ConductInBothLaws.Judged;

/**
 * Whether a conduct that one State pursues is an offence in another one, too, with all that a lawyer needs to check it.
 * The rules stand with {@link ConductProfile}, which gives the same result in one step.
 *
 * @param result met, not met, discretionary (inside of a part that the requested State may leave out), or unknown
 * @param findings the reasons: both laws, what was declared, and the conclusion last
 * @param requestingLaw the provisions of the requesting State on the conduct, the most favourable first
 * @param requestedLaw those of the requested State
 * @param elements what each law asks, by its most favourable provision, and what is known of the conduct
 * @param penalties the thresholds of instruments that bind both States, against the ceilings of their laws
 * @param questions what would settle an open answer
 */
public record DualCriminalityAssessment(
        StateCode requesting,
        StateCode requested,
        LocalDate on,
        Offence offence,
        Facts facts,
        Finding.Result result,
        List<Finding> findings,
        List<ProvisionOfLaw> requestingLaw,
        List<ProvisionOfLaw> requestedLaw,
        List<ElementCompared> elements,
        List<PenaltyCompared> penalties,
        List<Question> questions) {

    public DualCriminalityAssessment {
        findings = List.copyOf(findings);
        requestingLaw = List.copyOf(requestingLaw);
        requestedLaw = List.copyOf(requestedLaw);
        elements = List.copyOf(elements);
        penalties = List.copyOf(penalties);
        questions = List.copyOf(questions);
    }

    /** How much a row of national law can carry. */
    public enum Weight implements Coded {
        /** Read in the wording of the law. */
        VERIFIED_TEXT,
        /** Read; the row does not say in what. */
        VERIFIED,
        /** Only its heading was read. */
        VERIFIED_HEADING,
        /** Read in another's account of the law. */
        VERIFIED_SECONDARY,
        RECALLED;

        static Weight of(NationalLaw.NationalProvision row) {
            if (row.basis() == Basis.RECALLED) {
                return RECALLED;
            }
            return switch (row.seen().orElse("")) {
                case "text" -> VERIFIED_TEXT;
                case "heading" -> VERIFIED_HEADING;
                case "secondary" -> VERIFIED_SECONDARY;
                default -> VERIFIED;
            };
        }
    }

    /** Whether a law asks an element. */
    public enum Asks implements Coded {
        ASKED,
        NOT_ASKED,
        UNKNOWN
    }

    /**
     * A provision of one of the two laws.
     *
     * @param cited act and article, such as “Criminal Code, art. 154-A”
     * @param row what the data set holds of it
     * @param reach how it reaches the conduct
     * @param result what follows from it alone
     */
    public record ProvisionOfLaw(
            String cited,
            NationalLaw.NationalProvision row,
            ConductProfile.Reach reach,
            Finding.Result result,
            Weight weight) {}

    /**
     * An element in both laws.
     *
     * @param known whether it is known to be there, or not to be there; empty if nothing is known
     * @param matters whether the result turns on it
     */
    public record ElementCompared(
            Element element, Asks requesting, Asks requested, Optional<Boolean> known, boolean matters) {}

    /**
     * A threshold, and the law that is to reach it.
     *
     * @param state whose law decides
     * @param ceiling longest custodial sentence that the data set knows for the basic offence, in months
     * @param finding whether it is reached, and what asks it
     */
    public record PenaltyCompared(StateCode state, int atLeastMonths, Optional<Integer> ceiling, Finding finding) {}

    /** @throws InvalidRouteQueryException if a State or the offence is not in the data set */
    public static DualCriminalityAssessment of(
            LawBase law, StateCode requesting, StateCode requested, LocalDate on, Offence offence, Facts facts) {
        if (offence instanceof Offence.Described described && !law.offences().contains(described.provision())) {
            throw new InvalidRouteQueryException(
                    "There is no offence “" + described.provision() + "” in the data set.");
        }
        RouteQuery query =
                new RouteQuery(requesting, requested, on, Measure.MLA_GENERAL, DataCategory.ANY, offence, facts, false);
        State here = state(law, requesting);
        State there = state(law, requested);
        ConductInBothLaws both = new ConductInBothLaws(law, query, here, there);
        Provision rule = law.conductRule();
        List<Finding> findings = new ArrayList<>(List.of(both.ours(rule), both.theirs(rule)));
        findings.addAll(both.declarations());
        findings.add(both.conclusion("dual-criminality", rule));
        return new DualCriminalityAssessment(
                requesting,
                requested,
                on,
                offence,
                facts,
                both.result(),
                findings,
                provisions(both.requestingLaw(), both.here()),
                provisions(both.requestedLaw(), both.there()),
                both.elements(),
                penalties(law, query, here, there),
                both.questions());
    }

    private static State state(LawBase law, StateCode code) {
        return law.state(code)
                .orElseThrow(() -> new InvalidRouteQueryException("There is no State “" + code + "” in the data set."));
    }

    private static List<ProvisionOfLaw> provisions(List<Judged> judged, OffenceInLaw offence) {
        return judged.stream()
                .map(j -> new ProvisionOfLaw(offence.cite(j.row()), j.row(), j.reach(), j.result(), Weight.of(j.row())))
                .toList();
    }

    private static List<PenaltyCompared> penalties(LawBase law, RouteQuery query, State here, State there) {
        Conditions conditions = new Conditions(law, query, here, there);
        List<PenaltyCompared> compared = new ArrayList<>();
        Set<Object> seen = new LinkedHashSet<>();
        for (RouteRules route : law.routes()) {
            if (!conditions.bindsBoth(List.of(route.provision().instrument()))) {
                continue;
            }
            for (Condition.Penalty penalty : route.thresholds()) {
                if (seen.add(List.of(penalty.head().provision(), penalty.atLeastMonths(), penalty.ofRequesting()))) {
                    State state = penalty.ofRequesting() ? here : there;
                    compared.add(new PenaltyCompared(
                            state.code(),
                            penalty.atLeastMonths(),
                            new OffenceInLaw(law, state, query).ceiling(),
                            conditions.penalty(penalty)));
                }
            }
        }
        return compared;
    }
}
