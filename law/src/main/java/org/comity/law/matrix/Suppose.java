package org.comity.law.matrix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.law.Accession;
import org.comity.law.Basis;
import org.comity.law.Declaration;
import org.comity.law.Instrument;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.Saying;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.law.Status;

/**
 * Writes down what somebody supposes, as changes of the law from a day on. Each is a row of the data set like any other,
 * with the supposition as its source, so that no plan can hide on what it rests.
 */
public final class Suppose {

    /** The source of every supposed row. */
    public static final String SOURCE = "supposed, not read anywhere";

    /** Four years, from which on UNTOC art. 2(b) calls a crime serious: the highest threshold that is common to many. */
    public static final int PENALTY_MONTHS = 48;

    private static final String ACT = "supposed";

    private final LawBase law;
    private final LocalDate on;
    private final List<LawChange> changes = new ArrayList<>();

    private Suppose(LawBase law, LocalDate on) {
        this.law = law;
        this.on = on;
    }

    /** @param on the day from which on everything that is supposed holds */
    public static Suppose of(LawBase law, LocalDate on) {
        return new Suppose(law, on);
    }

    /**
     * The State becomes a Party, bound from the day on, or from the day on which the instrument enters into force.
     *
     * @throws InvalidLawChangeException if it is bound already, or the instrument is not open to it
     */
    public Suppose accedes(StateCode state, String instrument) {
        Accession accession =
                Accession.of(law.with(changes), state, instrument, on).orElseThrow(() -> unknown(state, instrument));
        switch (accession.step()) {
            case BOUND, WAITS ->
                throw new InvalidLawChangeException(Saying.of("change.consented")
                        .with("state", known(state))
                        .with("instrument", instrument));
            case NOT_OPEN, JOIN_OTHER_FIRST ->
                throw new InvalidLawChangeException(accession
                        .opening()
                        .map(who -> Saying.of("change.not-open.but").with("who", who))
                        .orElse(Saying.of("change.not-open"))
                        .with("state", known(state))
                        .with("instrument", instrument));
            case RATIFY, ACCEDE_AS_INVITED, ACCEDE, ASK_FOR_INVITATION -> {}
        }
        changes.add(accession(law.with(changes), on, state, instrument, accession));
        return this;
    }

    static LawChange accession(LawBase law, LocalDate on, StateCode state, String instrument, Accession accession) {
        return new LawChange.Tied(new Status(
                instrument,
                state,
                accession.step() == Accession.Step.RATIFY ? Status.Method.RATIFICATION : Status.Method.ACCESSION,
                accession.tie().flatMap(Status::signature),
                Optional.of(on),
                law.instrument(instrument).flatMap(Instrument::inForce).map(d -> d.isAfter(on) ? d : on),
                Optional.empty(),
                SOURCE,
                on,
                Basis.RECALLED,
                ""));
    }

    /**
     * The State withdraws its declaration or reservation on the article.
     *
     * @throws InvalidLawChangeException if it has none that stands, or only says there who answers
     */
    public Suppose withdraws(StateCode state, String instrument, String article) {
        List<Declaration> made = law.with(changes).declarationsOf(state).stream()
                .filter(d -> d.instrument().equals(instrument) && d.article().equals(article) && d.inForceOn(on))
                .toList();
        if (!made.isEmpty() && made.stream().noneMatch(Declaration::canBeWithdrawn)) {
            throw new InvalidLawChangeException(Saying.of("change.designation")
                    .with("state", known(state))
                    .with("article", article)
                    .with("instrument", instrument));
        }
        return and(new LawChange.Withdrawn(instrument, state, article, on));
    }

    /** The instrument enters into force for all who have consented, and for those who do later. */
    public Suppose entersIntoForce(String instrument) {
        return and(new LawChange.EntersIntoForce(instrument, on, SOURCE, on, Basis.RECALLED));
    }

    /**
     * The State makes the conduct an offence when it is intended, asking nothing else that the treaty does not ask, with a maximum of
     * {@link #PENALTY_MONTHS}.
     *
     * @param offence such as {@code ets185:2}
     */
    public Suppose enacts(StateCode state, String offence) {
        return enacts(state, offence, PENALTY_MONTHS);
    }

    /** @param penaltyMonths the longest custodial sentence */
    public Suppose enacts(StateCode state, String offence, int penaltyMonths) {
        if (!law.offences().contains(offence)) {
            throw new InvalidLawChangeException(Saying.of("change.no-such-offence")
                    .with("offence", offence)
                    .with("known", String.join(", ", law.offences())));
        }
        return and(enactment(law, on, state, offence, penaltyMonths));
    }

    static LawChange enactment(LawBase law, LocalDate on, StateCode state, String offence, int penaltyMonths) {
        return new LawChange.Enacted(
                state,
                Optional.of(act(on)),
                supposed(
                        on,
                        law.conduct(offence),
                        offence,
                        "Supposed offence",
                        "The conduct of " + offence + ".",
                        Map.of(
                                "requires_intent", true,
                                "requires_security_breach", false,
                                "requires_dishonest_intent", false,
                                "requires_harm", false,
                                "requires_serious_harm", false,
                                "covers_attempt", true),
                        Optional.of(penaltyMonths)));
    }

    private static Act act(LocalDate on) {
        return new Act(
                ACT, "Supposed act", Optional.empty(), Optional.empty(), Optional.of(on.getYear()), Optional.empty());
    }

    private static NationalProvision supposed(
            LocalDate on,
            String mapsTo,
            String article,
            String heading,
            String summary,
            Map<String, Boolean> elements,
            Optional<Integer> penaltyMonths) {
        return new NationalProvision(
                mapsTo,
                ACT,
                Optional.of(article),
                heading,
                summary,
                elements,
                false,
                penaltyMonths,
                Optional.empty(),
                false,
                "full",
                true,
                Optional.of(on),
                Optional.empty(),
                Optional.empty(),
                SOURCE,
                Basis.RECALLED,
                Optional.empty(),
                on.toString());
    }

    /**
     * The law of the State has in full what the provision asks for: an offence as in {@link #enacts(StateCode, String)}, or a
     * power of its authorities.
     *
     * @param provision such as {@code ets185:16}
     * @throws InvalidLawChangeException if the data set has no such provision
     */
    public Suppose covers(StateCode state, String provision) {
        return law.offences().contains(provision)
                ? enacts(state, provision)
                : and(new LawChange.Enacted(
                        state,
                        Optional.of(act(on)),
                        supposed(
                                on,
                                provision,
                                provision,
                                "Supposed provision",
                                "What " + provision + " asks for.",
                                Map.of(),
                                Optional.empty())));
    }

    /** Any other change. */
    public Suppose and(LawChange change) {
        List<LawChange> all = new ArrayList<>(changes);
        all.add(change);
        law.with(all);
        changes.add(change);
        return this;
    }

    /** What has been supposed, in its order. */
    public List<LawChange> changes() {
        return List.copyOf(changes);
    }

    private State known(StateCode code) {
        return law.state(code).orElseThrow();
    }

    private InvalidLawChangeException unknown(StateCode state, String instrument) {
        if (law.state(state).isEmpty()) {
            return new InvalidLawChangeException(
                    Saying.of("change.no-such-state").with("code", state.value()));
        }
        String known = law.instruments().stream().map(Instrument::id).collect(Collectors.joining(", "));
        return new InvalidLawChangeException(Saying.of("change.no-such-instrument")
                .with("instrument", instrument)
                .with("known", Saying.of("change.known").with("list", known)));
    }

    /** Whether the declaration stands on the day, and is one that a State may take back at will. */
    static boolean canBeWithdrawn(Declaration declaration, LocalDate on) {
        return declaration.inForceOn(on)
                && declaration.canBeWithdrawn()
                && !declaration.kind().equals("territorial");
    }
}
