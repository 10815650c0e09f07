package org.comity.node.forum.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From which state a reply goes where, in one table. */
public final class ReplyLife {

    public enum State {
        DRAFT,
        SUBMITTED,
        ACCEPTED;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Event {
        SUBMIT,
        /** The respondent takes it back, or the secretariat opens it again. */
        REOPEN,
        /** The secretariat takes it into the study. */
        ACCEPT;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Event> of(String token) {
            return Arrays.stream(values())
                    .filter(it -> it.token().equals(token))
                    .findFirst();
        }
    }

    public record Transition(State from, Event event, State to) {}

    public static final List<Transition> TABLE = List.of(
            new Transition(State.DRAFT, Event.SUBMIT, State.SUBMITTED),
            new Transition(State.SUBMITTED, Event.REOPEN, State.DRAFT),
            new Transition(State.SUBMITTED, Event.ACCEPT, State.ACCEPTED),
            new Transition(State.ACCEPTED, Event.REOPEN, State.DRAFT));

    private ReplyLife() {}

    public static Optional<State> next(State from, Event event) {
        return TABLE.stream()
                .filter(it -> it.from() == from && it.event() == event)
                .map(Transition::to)
                .findFirst();
    }
}
