package org.comity.node.documents;

import java.util.stream.Collectors;

/**
 * Text from outside, so that it can't change what a reader sees around it: characters that hide, that turn the direction of
 * others or that no document may hold are shown by their number, so a trick stays visible. Only marks of direction are left
 * out: they turn nothing but what stands beside them, and each text stands in its own direction.
 */
final class ShowableText {

    private ShowableText() {}

    static String of(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .mapToObj(ShowableText::shown)
                .collect(Collectors.joining());
    }

    private static String shown(int point) {
        if (isMarkOfDirection(point)) {
            return "";
        }
        return mayStand(point) ? Character.toString(point) : "[U+%04X]".formatted(point);
    }

    private static boolean mayStand(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n' || point == '\t';
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> isJoiner(point) || point == 0xAD;
            default -> true;
        };
    }

    private static boolean isMarkOfDirection(int point) {
        return point == 0x200E || point == 0x200F || point == 0x061C;
    }

    /** Part of how Persian and some other languages are written. */
    private static boolean isJoiner(int point) {
        return point == 0x200C || point == 0x200D;
    }
}
