package org.comity.node.forum.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.node.forum.meeting.Party;

/**
 * The answers at one place, set side by side: respondents down, years across, and how often each option was chosen in a year.
 * What a reader may not read is counted nowhere.
 *
 * @param years in their order
 * @param rows in the conventional order of their respondents
 * @param bars an option each, as the questionnaire has them
 */
public record Figures(List<Integer> years, List<Row> rows, List<Bar> bars) {

    public Figures {
        years = List.copyOf(years);
        rows = List.copyOf(rows);
        bars = List.copyOf(bars);
    }

    /** @param answers by year */
    public record Row(Party respondent, Map<Integer, Answer> answers) {}

    /** How often one option was chosen. @param counts by year, a zero where it was not */
    public record Bar(String option, Map<Integer, Integer> counts) {}

    /** One answer that counts. */
    public record Point(Party respondent, int year, Answer answer) {}

    /** @param names by which respondents of a kind are sorted */
    public static Figures of(Question question, List<Point> points, Function<Party, String> names) {
        var years = points.stream().map(Point::year).collect(Collectors.toCollection(TreeSet::new));
        var byParty = new TreeMap<Party, Map<Integer, Answer>>(java.util.Comparator.comparing(Party::kind)
                .thenComparing(names, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Party::name));
        points.forEach(it ->
                byParty.computeIfAbsent(it.respondent(), _ -> new TreeMap<>()).put(it.year(), it.answer()));
        var rows = new ArrayList<Row>();
        byParty.forEach((party, answers) -> rows.add(new Row(party, answers)));
        return new Figures(
                List.copyOf(years),
                rows,
                question.kind().isCounted() ? bars(question, points, List.copyOf(years)) : List.of());
    }

    private static List<Bar> bars(Question question, List<Point> points, List<Integer> years) {
        return question.choices().stream()
                .map(option -> {
                    var counts = new TreeMap<Integer, Integer>();
                    years.forEach(year -> counts.put(year, (int) points.stream()
                            .filter(it -> it.year() == year)
                            .filter(it -> it.answer().counted(question.kind()).anyMatch(option::equals))
                            .count()));
                    return new Bar(option, counts);
                })
                .toList();
    }

    public int highest() {
        return bars.stream()
                .flatMap(it -> it.counts().values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
