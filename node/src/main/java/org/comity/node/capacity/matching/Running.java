package org.comity.node.capacity.matching;

import java.util.Set;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Span;

/** A project that may already do what somebody is about to begin. */
public record Running(String id, String title, String implementer, Set<String> themes, Reach reach, Span span) {

    public Running {
        themes = Set.copyOf(themes);
    }

    public static Running of(Entry project, Reach reach) {
        return new Running(
                project.id(), project.title(), project.institution(), project.set("themes"), reach, project.span());
    }
}
