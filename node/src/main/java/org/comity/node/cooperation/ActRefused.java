package org.comity.node.cooperation;

import java.util.List;
import java.util.stream.Collectors;

/** An act that the node does not carry out, with words for the person who tried it. */
public abstract sealed class ActRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ActRefused(String message) {
        super(message);
    }

    /** Not in this state. */
    public static final class WrongState extends ActRefused {
        private static final long serialVersionUID = 1L;

        WrongState(Request request, RequestEvent event) {
            super("Request %s is %s, so it can't be %s. What can be done now: %s."
                    .formatted(
                            request.reference(),
                            request.state()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', ' '),
                            event.token().replace('-', ' '),
                            offered(request)));
        }

        private static String offered(Request request) {
            var offered = Transitions.offeredTo(request.side(), request.state());
            return offered.isEmpty()
                    ? "nothing on this side; the other side or the clock moves it on"
                    : offered.stream()
                            .map(event -> event.token().replace('-', ' '))
                            .collect(Collectors.joining(", "));
        }
    }

    /** Not by this person. */
    public static final class NotPermitted extends ActRefused {
        private static final long serialVersionUID = 1L;

        NotPermitted(String message) {
            super(message);
        }
    }

    /** Something must be filled first. */
    public static final class Incomplete extends ActRefused {
        private static final long serialVersionUID = 1L;
        private final List<String> missing;

        Incomplete(String message, List<String> missing) {
            super(message + " " + String.join("; ", missing) + ".");
            this.missing = List.copyOf(missing);
        }

        public List<String> missing() {
            return missing;
        }
    }

    /** A value can't be used as written. */
    public static final class Malformed extends ActRefused {
        private static final long serialVersionUID = 1L;
        private final String field;

        Malformed(String field, String message) {
            super(message);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** Someone else changed it meanwhile. */
    public static final class ChangedMeanwhile extends ActRefused {
        private static final long serialVersionUID = 1L;
        private final transient List<DraftSaved> savings;

        ChangedMeanwhile(String reference) {
            this(reference, List.of());
        }

        ChangedMeanwhile(String reference, List<DraftSaved> savings) {
            super(
                    "%s was changed by someone else while you worked on it. Open it again and repeat what is still needed."
                            .formatted(reference));
            this.savings = List.copyOf(savings);
        }

        /** By whom, when and in what a draft was changed; empty where a step changed it, which the timeline tells. */
        public List<DraftSaved> savings() {
            return savings;
        }
    }
}
