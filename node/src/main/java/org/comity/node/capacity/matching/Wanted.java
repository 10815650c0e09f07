package org.comity.node.capacity.matching;

import java.util.Set;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Span;

/** What a need asks for, as far as it decides who fits. @param provisions of law that it wants to bring into force */
public record Wanted(Set<String> themes, Set<String> forms, Set<String> languages, Set<String> provisions, Span span) {

    public Wanted {
        themes = Set.copyOf(themes);
        forms = Set.copyOf(forms);
        languages = Set.copyOf(languages);
        provisions = Set.copyOf(provisions);
    }

    public static Wanted of(Entry need) {
        return new Wanted(
                need.set("themes"), need.set("forms"), need.set("languages"), need.set("provisions"), need.span());
    }
}
