package org.comity.node.capacity.matching;

import java.util.Set;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.capacity.register.Span;

/** An offer, or a course, that might serve. @param languages empty where they are not known */
public record Candidate(
        Kind kind,
        String id,
        String title,
        String provider,
        Set<String> themes,
        Set<String> forms,
        Set<String> languages,
        Reach reach,
        Span span) {

    public Candidate {
        themes = Set.copyOf(themes);
        forms = Set.copyOf(forms);
        languages = Set.copyOf(languages);
    }

    public static Candidate of(Kind kind, Entry entry, Reach reach) {
        return new Candidate(
                kind,
                entry.id(),
                entry.title(),
                entry.institution(),
                entry.set("themes"),
                kind == Kind.COURSE ? Set.of("training-course") : entry.set("forms"),
                entry.set("languages"),
                reach,
                entry.span());
    }
}
