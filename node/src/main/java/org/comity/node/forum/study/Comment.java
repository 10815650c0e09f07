package org.comity.node.forum.study;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.forum.meeting.Party;

/**
 * What a respondent says to a passage of the draft study.
 *
 * @param passage its place from 0; {@link #WHOLE} where the draft as a whole is meant
 * @param wording that the respondent proposes instead; may be empty
 * @param restricted to the secretariat
 * @param withdrawn by the respondent; it is answered no more and compiled nowhere
 */
public record Comment(
        int number,
        int passage,
        Party by,
        String text,
        String wording,
        boolean restricted,
        Instant at,
        Optional<Answered> answered,
        boolean withdrawn) {

    public static final int WHOLE = -1;

    /** What became of it. */
    public enum Outcome {
        TAKEN,
        TAKEN_IN_PART,
        NOT_TAKEN;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param reads how the passage reads now; empty where it stays as it was */
    public record Answered(Outcome outcome, String why, String reads, String by, Instant at) {}

    public boolean awaitsAnswer() {
        return !withdrawn && answered.isEmpty();
    }

    Comment answeredBy(Answered answer) {
        return new Comment(number, passage, by, text, wording, restricted, at, Optional.of(answer), withdrawn);
    }

    Comment takenBack() {
        return new Comment(number, passage, by, text, wording, restricted, at, answered, true);
    }
}
