package org.comity.node.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands after a command's name: {@code --option value}, {@code --option=value}, {@code --flag}, and plain words.
 *
 * @param words the plain ones, in order
 * @param options without their dashes; a flag has an empty value
 */
record Arguments(List<String> words, Map<String, String> options) {

    static Arguments of(List<String> typed) {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (var rest = new ArrayList<>(typed); !rest.isEmpty(); ) {
            var argument = rest.removeFirst();
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            var equals = argument.indexOf('=');
            if (equals > 0) {
                options.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else {
                var hasValue = !rest.isEmpty() && !rest.getFirst().startsWith("--");
                options.put(argument.substring(2), hasValue ? rest.removeFirst() : "");
            }
        }
        return new Arguments(List.copyOf(words), Map.copyOf(options));
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<String> option(String name) {
        var value = Optional.ofNullable(options.get(name));
        if (value.filter(String::isBlank).isPresent()) {
            throw new Misuse("--%s needs a value.".formatted(name));
        }
        return value;
    }

    String required(String name) {
        return option(name).orElseThrow(() -> new Misuse("--%s is missing.".formatted(name)));
    }

    /** The only plain word. */
    String word(String what) {
        if (words.size() != 1) {
            throw new Misuse("It takes one word: %s.".formatted(what));
        }
        return words.getFirst();
    }

    /** Refuses a misspelt option instead of ignoring it. */
    Arguments allowing(String... names) {
        var unknown = new ArrayList<>(options.keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw new Misuse("Unknown option --%s.".formatted(unknown.getFirst()));
        }
        return this;
    }

    /** The folder that {@code --home} or {@code COMITY_HOME} names, else {@code .comity} in the person's own. */
    Path home() {
        return option("home")
                .or(() -> Optional.ofNullable(System.getenv("COMITY_HOME")).filter(text -> !text.isBlank()))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".comity"))
                .toAbsolutePath()
                .normalize();
    }
}
