package org.comity.node.duty;

import java.util.Map;
import org.comity.node.journal.Journaled;

/** Something happened at a desk. What a note says stays out of the journal: it may speak of cases. */
public sealed interface DutyStep extends Journaled {

    String desk();

    @Override
    default String subject() {
        return "duty:" + (desk().isEmpty() ? "desk" : desk());
    }

    @Override
    default Map<String, Object> details() {
        return Map.of();
    }

    record ShiftBegan(String desk, String actor) implements DutyStep {
        @Override
        public String what() {
            return "shift-began";
        }
    }

    record ShiftEnded(String desk, String actor) implements DutyStep {
        @Override
        public String what() {
            return "shift-ended";
        }
    }

    record NoteWritten(HandOverNote note) implements DutyStep {
        @Override
        public String desk() {
            return note.desk();
        }

        @Override
        public String actor() {
            return note.authorName();
        }

        @Override
        public String what() {
            return "hand-over-written";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of(
                    "note", note.id().toString(), "openPoints", note.points().size());
        }
    }

    record NoteReceived(HandOverNote note, String actor) implements DutyStep {
        @Override
        public String desk() {
            return note.desk();
        }

        @Override
        public String what() {
            return "hand-over-received";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("note", note.id().toString(), "from", note.authorName());
        }
    }
}
