package org.comity.law.matrix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comity.law.Accession;
import org.comity.law.Coded;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.Offence;
import org.comity.law.StateCode;

/**
 * One step that one State could take.
 *
 * @param what the instrument, the article with its instrument, or the offence
 * @param changes what would then be otherwise
 */
public record Candidate(Kind kind, StateCode state, String what, List<LawChange> changes) {

    /** What kind of step it is. */
    public enum Kind implements Coded {
        ACCEDE,
        WITHDRAW,
        ENACT
    }

    public Candidate {
        changes = List.copyOf(changes);
    }

    /**
     * Every step that the data set knows of: each State and each instrument that is open to it, or to which it may be
     * invited, and does not bind it; each reservation or declaration that stands; each offence of the scope that no full
     * provision of its law covers.
     */
    public static List<Candidate> all(CooperationMatrix world, Scope scope) {
        return world.states().stream()
                .flatMap(state -> of(world, scope, state).stream())
                .toList();
    }

    /** The steps that this State could take. */
    static List<Candidate> of(CooperationMatrix world, Scope scope, StateCode state) {
        List<Candidate> all = new ArrayList<>();
        accessions(world.law(), world.day(), state, all);
        withdrawals(world.law(), world.day(), state, all);
        enactments(world.law(), world.day(), state, scope, all);
        return all;
    }

    private static void accessions(LawBase law, LocalDate on, StateCode state, List<Candidate> all) {
        for (Instrument instrument : law.instruments()) {
            if (!instrument.inForceOn(on)) {
                continue;
            }
            Accession accession = Accession.of(law, state, instrument.id(), on).orElseThrow();
            switch (accession.step()) {
                case RATIFY, ACCEDE_AS_INVITED, ACCEDE, ASK_FOR_INVITATION ->
                    all.add(new Candidate(
                            Kind.ACCEDE,
                            state,
                            instrument.id(),
                            List.of(Suppose.accession(law, on, state, instrument.id(), accession))));
                case BOUND, WAITS, JOIN_OTHER_FIRST, NOT_OPEN -> {}
            }
        }
    }

    private static void withdrawals(LawBase law, LocalDate on, StateCode state, List<Candidate> all) {
        law.declarationsOf(state).stream()
                .filter(declaration -> Suppose.canBeWithdrawn(declaration, on))
                .map(declaration -> List.of(declaration.instrument(), declaration.article()))
                .distinct()
                .forEach(place -> all.add(new Candidate(
                        Kind.WITHDRAW,
                        state,
                        place.getFirst() + ":" + place.getLast(),
                        List.of(new LawChange.Withdrawn(place.getFirst(), state, place.getLast(), on)))));
    }

    private static void enactments(LawBase law, LocalDate on, StateCode state, Scope scope, List<Candidate> all) {
        conducts(law, scope).forEach(offence -> {
            boolean covered = law.nationalLaw(state).stream()
                    .flatMap(l -> l.on(offence, on).stream())
                    .anyMatch(row -> row.coverage().equals("full"));
            if (!covered) {
                all.add(new Candidate(
                        Kind.ENACT,
                        state,
                        offence,
                        List.of(Suppose.enactment(law, on, state, offence, Suppose.PENALTY_MONTHS))));
            }
        });
    }

    private static Stream<String> conducts(LawBase law, Scope scope) {
        return scope.offences().stream()
                .flatMap(offence -> switch (offence) {
                    case Offence.Described described -> Stream.of(law.conduct(described.provision()));
                    case Offence.Other _ -> Stream.of();
                })
                .distinct();
    }
}
