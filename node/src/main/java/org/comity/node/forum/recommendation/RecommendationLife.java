package org.comity.node.forum.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.forum.recommendation.Recommendation.State;

/** From which state a recommendation goes where, in one table. */
public final class RecommendationLife {

    public enum Event {
        COMPILE,
        MERGE,
        ADOPT,
        REJECT,
        WITHDRAW,
        SEPARATE,
        REOPEN;

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
            new Transition(State.PROPOSED, Event.COMPILE, State.COMPILED),
            new Transition(State.PROPOSED, Event.MERGE, State.MERGED),
            new Transition(State.PROPOSED, Event.WITHDRAW, State.WITHDRAWN),
            new Transition(State.COMPILED, Event.MERGE, State.MERGED),
            new Transition(State.COMPILED, Event.ADOPT, State.ADOPTED),
            new Transition(State.COMPILED, Event.REJECT, State.NOT_AGREED),
            new Transition(State.COMPILED, Event.WITHDRAW, State.WITHDRAWN),
            new Transition(State.COMPILED, Event.REOPEN, State.PROPOSED),
            new Transition(State.MERGED, Event.SEPARATE, State.PROPOSED),
            new Transition(State.NOT_AGREED, Event.REOPEN, State.PROPOSED),
            new Transition(State.WITHDRAWN, Event.REOPEN, State.PROPOSED));

    private RecommendationLife() {}

    public static Optional<State> next(State from, Event event) {
        return TABLE.stream()
                .filter(it -> it.from() == from && it.event() == event)
                .map(Transition::to)
                .findFirst();
    }

    /** What can happen to it now, besides being merged with another. */
    public static List<Event> eventsFrom(State from) {
        return TABLE.stream()
                .filter(it -> it.from() == from && it.event() != Event.MERGE)
                .map(Transition::event)
                .toList();
    }
}
