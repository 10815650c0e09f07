package org.comity.node.forum.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.node.frame.Said;

/**
 * A heading, a paragraph or a point of a draft study.
 *
 * @param number by which it is cited, such as {@code 12.} or {@code (a)}; empty for a heading
 */
public record Passage(boolean heading, String number, String text) {

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,4}\\.|\\([a-z]{1,2}\\))\\s+(\\S.*)");

    private static final int LONGEST = 20_000;

    private static final int MOST = 2_000;

    /** As a reader cites it. */
    public String cited() {
        return heading ? text : number;
    }

    /** A line each: a heading begins with #, a paragraph with its number. */
    public static String write(List<Passage> passages) {
        return passages.stream()
                .map(it -> (it.heading ? "#" : it.number) + " " + it.text)
                .collect(Collectors.joining("\n"));
    }

    /**
     * As {@link #write} has it; a paragraph without a number takes the next one.
     *
     * @throws StudyRefused that names the line
     */
    public static List<Passage> read(String text) {
        var passages = new ArrayList<Passage>();
        var numbers = new HashSet<String>();
        int last = 0;
        int line = 0;
        for (var typed : text.lines().map(String::strip).toList()) {
            line++;
            if (typed.isEmpty()) {
                continue;
            }
            if (typed.length() > LONGEST) {
                throw new StudyRefused("text", Said.of("forum.refused.draft-long", line, LONGEST));
            }
            var numbered = NUMBERED.matcher(typed);
            if (typed.startsWith("#")) {
                passages.add(new Passage(true, "", typed.replaceFirst("#+\\s*", "")));
            } else if (numbered.matches()) {
                passages.add(new Passage(false, numbered.group(1), numbered.group(2)));
            } else {
                passages.add(new Passage(false, (last + 1) + ".", typed));
            }
            var number = passages.getLast().number;
            if (number.endsWith(".")) {
                last = Integer.parseInt(number.substring(0, number.length() - 1));
                if (!numbers.add(number)) {
                    throw new StudyRefused("text", Said.of("forum.refused.draft-number", line, number));
                }
            }
        }
        if (passages.stream().allMatch(Passage::heading)) {
            throw new StudyRefused("text", Said.of("forum.refused.draft-empty"));
        }
        if (passages.size() > MOST) {
            throw new StudyRefused("text", Said.of("forum.refused.draft-many", MOST));
        }
        return List.copyOf(passages);
    }
}
