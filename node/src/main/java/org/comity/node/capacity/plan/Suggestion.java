package org.comity.node.capacity.plan;

import java.util.List;

/**
 * New law, and the courses for those who will apply it.
 *
 * @param change page of this node that tells the change
 * @param courses ids of the register, the nearest first
 * @param answer {@code taken} or {@code left}; empty while it waits
 */
public record Suggestion(
        String id, String change, String why, List<String> subjects, List<String> courses, String answer, String said) {

    public Suggestion {
        subjects = List.copyOf(subjects);
        courses = List.copyOf(courses);
    }

    public boolean waits() {
        return answer.isEmpty();
    }

    public Suggestion answered(String with, String because) {
        return new Suggestion(id, change, why, subjects, courses, with, because);
    }
}
