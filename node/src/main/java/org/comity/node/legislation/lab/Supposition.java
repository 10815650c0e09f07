package org.comity.node.legislation.lab;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.StateCode;
import org.comity.law.matrix.Candidate;
import org.comity.law.matrix.Suppose;

/**
 * One thing that somebody supposes, in the words of an address: {@code accede:KE:ets185@2026-11-01},
 * {@code withdraw:DE:ets185:29(4)}, {@code in-force:cets224} or {@code enact:KE:ets185:2}. Without a day it holds from the
 * day on that the page shows.
 */
public sealed interface Supposition {

    /** The day from which on it holds; empty for the day of the page. */
    Optional<LocalDate> from();

    /** What is supposed, without the day. */
    String what();

    /** @throws InvalidLawChangeException if it can't be */
    void add(Suppose suppose);

    /** A State becomes a Party. */
    record Accedes(StateCode state, String instrument, Optional<LocalDate> from) implements Supposition {

        @Override
        public String what() {
            return "accede:" + state + ":" + instrument;
        }

        @Override
        public void add(Suppose suppose) {
            suppose.accedes(state, instrument);
        }
    }

    /** A State withdraws a reservation or declaration. */
    record Withdraws(StateCode state, String instrument, String article, Optional<LocalDate> from)
            implements Supposition {

        @Override
        public String what() {
            return "withdraw:" + state + ":" + instrument + ":" + article;
        }

        @Override
        public void add(Suppose suppose) {
            suppose.withdraws(state, instrument, article);
        }
    }

    /** An instrument enters into force. */
    record EntersIntoForce(String instrument, Optional<LocalDate> from) implements Supposition {

        @Override
        public String what() {
            return "in-force:" + instrument;
        }

        @Override
        public void add(Suppose suppose) {
            suppose.entersIntoForce(instrument);
        }
    }

    /** A State makes a conduct an offence. */
    record Enacts(StateCode state, String offence, Optional<LocalDate> from) implements Supposition {

        @Override
        public String what() {
            return "enact:" + state + ":" + offence;
        }

        @Override
        public void add(Suppose suppose) {
            suppose.enacts(state, offence);
        }
    }

    /** What can be supposed. */
    enum Kind implements org.comity.law.Coded {
        ACCEDE,
        WITHDRAW,
        IN_FORCE,
        ENACT
    }

    default Kind kind() {
        return switch (this) {
            case Accedes _ -> Kind.ACCEDE;
            case Withdraws _ -> Kind.WITHDRAW;
            case EntersIntoForce _ -> Kind.IN_FORCE;
            case Enacts _ -> Kind.ENACT;
        };
    }

    /** The State that acts; none where an instrument enters into force. */
    default Optional<StateCode> actor() {
        return switch (this) {
            case Accedes accedes -> Optional.of(accedes.state);
            case Withdraws withdraws -> Optional.of(withdraws.state);
            case EntersIntoForce _ -> Optional.empty();
            case Enacts enacts -> Optional.of(enacts.state);
        };
    }

    /** As it stands in an address. */
    default String text() {
        return what() + from().map(day -> "@" + day).orElse("");
    }

    /** The changes of law that it means, on top of this law, from its own day on or from this one. */
    default List<LawChange> on(LawBase law, LocalDate day) {
        Suppose suppose = Suppose.of(law, from().orElse(day));
        add(suppose);
        return suppose.changes();
    }

    /** A step of a ranking as something to suppose. */
    static Supposition of(Candidate candidate) {
        StateCode state = candidate.state();
        return switch (candidate.kind()) {
            case ACCEDE -> new Accedes(state, candidate.what(), Optional.empty());
            case WITHDRAW -> {
                String[] place = candidate.what().split(":", 2);
                yield new Withdraws(state, place[0], place[1], Optional.empty());
            }
            case ENACT -> new Enacts(state, candidate.what(), Optional.empty());
        };
    }

    /** Reads what stands in an address; what can't be read is refused with what is valid. */
    static Optional<Supposition> read(String text, Reading reading) {
        int at = text.lastIndexOf('@');
        Optional<LocalDate> from = Optional.empty();
        if (at >= 0) {
            from = reading.day(text.substring(at + 1));
            if (from.isEmpty()) {
                return Optional.empty();
            }
        }
        String[] parts = (at < 0 ? text : text.substring(0, at)).split(":", 3);
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(k -> k.code().equals(parts[0]))
                .findFirst();
        if (kind.isEmpty() || parts.length < 2) {
            reading.refuse(
                    "supposition",
                    text,
                    Arrays.stream(Kind.values()).map(Kind::code).toList());
            return Optional.empty();
        }
        String last = parts.length > 2 ? parts[2] : "";
        Optional<LocalDate> day = from;
        return switch (kind.get()) {
            case ACCEDE ->
                state(parts[1], reading).flatMap(s -> reading.instrument(last).map(i -> new Accedes(s, i, day)));
            case WITHDRAW -> state(parts[1], reading).flatMap(s -> withdrawal(s, last, day, reading));
            case IN_FORCE -> reading.instrument(parts[1]).map(i -> new EntersIntoForce(i, day));
            case ENACT ->
                state(parts[1], reading).flatMap(s -> reading.offence(last).map(o -> new Enacts(s, o.code(), day)));
        };
    }

    private static Optional<StateCode> state(String typed, Reading reading) {
        if (typed.isBlank()) {
            reading.refuse("state", typed, List.of());
            return Optional.empty();
        }
        return reading.state(typed.toUpperCase(Locale.ROOT));
    }

    private static Optional<Supposition> withdrawal(
            StateCode state, String declared, Optional<LocalDate> from, Reading reading) {
        String[] parts = declared.split(":", 2);
        return reading.instrument(parts[0])
                .map(instrument -> new Withdraws(state, instrument, parts.length > 1 ? parts[1] : "", from));
    }
}
