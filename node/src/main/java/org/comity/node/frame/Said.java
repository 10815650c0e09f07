package org.comity.node.frame;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.context.MessageSourceResolvable;

/**
 * A sentence that is not in a language yet: a key of a room's message bundle and what it is about. The person who reads it
 * gets it in theirs; logs and machines get it in English.
 *
 * @param key begins with the room's name, which is its bundle's too
 * @param about names, numbers, moments, or other sentences
 */
public record Said(String key, List<?> about) implements MessageSourceResolvable {

    public Said {
        about = List.copyOf(about);
    }

    public static Said of(String key, Object... about) {
        return new Said(key, Arrays.asList(about));
    }

    /** Several in one, as a list within a sentence. */
    public static Said all(List<Said> several) {
        return several.stream()
                .reduce((one, next) -> of("frame.list", one, next))
                .orElseThrow(() -> new IllegalArgumentException("Nothing was said."));
    }

    public String inEnglish() {
        var room = key.substring(0, key.indexOf('.'));
        var pattern = ResourceBundle.getBundle("messages/" + room, Locale.ROOT).getString(key);
        return about.isEmpty() ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(english());
    }

    private Object[] english() {
        return about.stream()
                .map(it -> it instanceof Said said ? said.inEnglish() : it)
                .toArray();
    }

    @Override
    public String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public Object[] getArguments() {
        return about.toArray();
    }

    @Override
    public String toString() {
        return inEnglish();
    }
}
