package org.comity.law.refresh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carries the comments of a file over to its new text: each stays before the line that it stood before. */
final class Comments {

    private Comments() {}

    static String carried(String old, String text) {
        Map<String, List<String>> comments = new HashMap<>();
        List<String> waiting = new ArrayList<>();
        String entry = "";
        for (String line : old.split("\n")) {
            if (line.strip().startsWith("#")) {
                waiting.add(line);
                continue;
            }
            entry = isEntry(line) ? line : entry;
            if (!waiting.isEmpty()) {
                comments.put(entry + "\n" + line, List.copyOf(waiting));
                waiting.clear();
            }
        }
        List<String> lines = new ArrayList<>();
        entry = "";
        for (String line : text.split("\n")) {
            entry = isEntry(line) ? line : entry;
            List<String> before = comments.remove(entry + "\n" + line);
            if (before != null) {
                lines.addAll(before);
            }
            lines.add(line);
        }
        return String.join("\n", lines) + "\n";
    }

    private static boolean isEntry(String line) {
        return line.startsWith("  - ");
    }
}
