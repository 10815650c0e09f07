package org.comity.node.documents;

import java.util.List;

/** How a form is to be read: in one language, or in the original beside another. */
public record Reading(List<FormLanguage> languages) {

    public Reading {
        languages = List.copyOf(languages);
    }

    public static Reading in(FormLanguage language) {
        return new Reading(List.of(language));
    }

    public static Reading sideBySide(FormLanguage original, FormLanguage target) {
        return original == target ? in(original) : new Reading(List.of(original, target));
    }

    boolean isSideBySide() {
        return languages.size() > 1;
    }

    /** The language that the reader asked for. */
    FormLanguage target() {
        return languages.getLast();
    }
}
