package org.comity.node.oversight.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was not in order in a case, and what came of it.
 *
 * @param sample in which the case was drawn; empty for what came up otherwise
 * @param due until when the case's owner answers
 * @param steps oldest first
 */
public record Finding(
        UUID id,
        int number,
        UUID request,
        String reference,
        Optional<Integer> sample,
        Point point,
        LocalDate due,
        List<Step> steps) {

    public Finding {
        steps = List.copyOf(steps);
    }

    /** @param act {@code raised}, {@code answered}, {@code sent-back} or {@code settled} */
    public record Step(String act, String text, String by, Instant at) {}

    public enum State {
        WITH_OWNER,
        WITH_OVERSIGHT,
        SETTLED;

        public String token() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public State state() {
        return switch (steps.getLast().act()) {
            case "answered" -> State.WITH_OVERSIGHT;
            case "settled" -> State.SETTLED;
            default -> State.WITH_OWNER;
        };
    }

    public boolean isLate(LocalDate today) {
        return state() == State.WITH_OWNER && due.isBefore(today);
    }
}
