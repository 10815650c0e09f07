package org.comity.node.cooperation.request;

import java.util.List;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.frame.Said;

/** An act that the node does not carry out, with words for the person who tried it. */
public abstract sealed class ActRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Said said;

    ActRefused(Said said) {
        super(said.inEnglish());
        this.said = said;
    }

    /** What to tell the person, in their language. */
    public Said said() {
        return said;
    }

    /** Not in this state. */
    public static final class WrongState extends ActRefused {
        private static final long serialVersionUID = 1L;

        public WrongState(Request request, RequestEvent event) {
            super(Said.of(
                    "cooperation.refused.wrong-state",
                    request.reference(),
                    Said.of("cooperation.state." + request.state().name()),
                    name(event),
                    offered(request)));
        }

        private static Said offered(Request request) {
            var offered = request.offeredTo(request.side());
            return offered.isEmpty()
                    ? Said.of("cooperation.refused.nothing-offered")
                    : Said.all(offered.stream().map(WrongState::name).toList());
        }

        private static Said name(RequestEvent event) {
            return Said.of("cooperation.event." + event.token());
        }
    }

    /** Not by this person. */
    public static final class NotPermitted extends ActRefused {
        private static final long serialVersionUID = 1L;

        public NotPermitted(Said said) {
            super(said);
        }
    }

    /** Something must be filled first. */
    public static final class Incomplete extends ActRefused {
        private static final long serialVersionUID = 1L;
        private final transient List<Said> open;
        private final transient List<String> fields;

        public Incomplete(Said said, List<Said> open, List<String> fields) {
            super(said);
            this.open = List.copyOf(open);
            this.fields = List.copyOf(fields);
        }

        /** What is still to do, one by one; empty when the sentence says it all. */
        public List<Said> open() {
            return open;
        }

        /** Those of which at least one is empty. */
        public List<String> fields() {
            return fields;
        }
    }

    /** A value can't be used as written. */
    public static final class Malformed extends ActRefused {
        private static final long serialVersionUID = 1L;
        private final String field;

        public Malformed(String field, Said said) {
            super(said);
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

        public ChangedMeanwhile(String reference) {
            this(reference, List.of());
        }

        public ChangedMeanwhile(String reference, List<DraftSaved> savings) {
            super(Said.of("cooperation.refused.changed", reference));
            this.savings = List.copyOf(savings);
        }

        /** By whom, when and in what a draft was changed; empty where a step changed it, which the timeline tells. */
        public List<DraftSaved> savings() {
            return savings;
        }
    }
}
