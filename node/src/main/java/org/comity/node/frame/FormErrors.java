package org.comity.node.frame;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, by field, in the order of the fields; empty when nothing is. */
public final class FormErrors {

    private final Map<String, String> messages = new LinkedHashMap<>();

    public FormErrors add(String field, String message) {
        messages.putIfAbsent(field, message);
        return this;
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    public @Nullable String of(String field) {
        return messages.get(field);
    }

    public Map<String, String> all() {
        return Collections.unmodifiableMap(messages);
    }
}
