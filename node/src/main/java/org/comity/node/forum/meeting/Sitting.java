package org.comity.node.forum.meeting;

import java.time.LocalDate;
import java.util.List;

/**
 * A numbered half day of a session, which reports call a meeting.
 *
 * @param items numbers of the agenda items considered
 * @param presided office or State that presided
 * @param confirmed false while number or day stand in brackets
 */
public record Sitting(int number, LocalDate day, List<String> items, String presided, boolean confirmed) {

    public Sitting {
        items = List.copyOf(items);
    }
}
