package org.comity.node.cooperation.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.frame.Said;

/** The words of closed lists as programs read and write them, such as {@code awaiting-approval}. */
final class Tokens {

    private Tokens() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Answers.Unreadable naming those that there are */
    static <E extends Enum<E>> E read(Class<E> list, String field, String text) {
        return Arrays.stream(list.getEnumConstants())
                .filter(value -> of(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new Answers.Unreadable(
                        field,
                        Said.of(
                                "cooperation.wrong.word",
                                text,
                                Arrays.stream(list.getEnumConstants())
                                        .map(Tokens::of)
                                        .collect(Collectors.joining(", ")))));
    }

    /** Empty for an empty text. */
    static <E extends Enum<E>> Optional<E> find(Class<E> list, String field, String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(read(list, field, text));
    }
}
