package org.comity.node.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A form that someone filled in: what it says, not how it looks.
 *
 * @param language ISO 639-1, of what people wrote in it unless a text says otherwise
 * @param forProvider leaves out the sections that only authorities see
 * @param exercise nothing in it is real, and each page says so
 * @param values by the key of the field; a field without a value is not there
 */
public record Form(
        FormKind kind, String language, boolean forProvider, boolean exercise, Map<String, FormValue> values) {

    public Form {
        values = Map.copyOf(values);
        for (var key : values.keySet()) {
            if (!kind.template().has(key)) {
                throw new IllegalArgumentException("The form " + kind.token() + " has no field \"" + key + "\".");
            }
        }
    }

    public static Form blank(FormKind kind, String language) {
        return new Form(kind, language, false, false, Map.of());
    }

    /** Says nothing where the value is blank. */
    public Form with(String key, FormValue value) {
        if (value.isBlank()) {
            return this;
        }
        var all = new LinkedHashMap<>(values);
        all.put(key, value);
        return new Form(kind, language, forProvider, exercise, all);
    }

    public Form with(String key, Optional<? extends FormValue> value) {
        return value.map(it -> with(key, it)).orElse(this);
    }

    public Form shownToProvider() {
        return new Form(kind, language, true, exercise, values);
    }

    public Form inExercise() {
        return new Form(kind, language, forProvider, true, values);
    }

    public Optional<FormValue> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** How much of what a provision asks for is there. */
    public Completion completion(String provision) {
        return Completion.of(this, provision);
    }

    boolean shows(FormTemplate.Section section) {
        return !(forProvider && section.keptFromProvider());
    }
}
