package org.comity.node.capacity.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;

/** Entries as bars of time, those that end last on top. What has no known beginning is left out and counted. */
record SpanPicture(int width, int height, int now, List<Year> years, List<Bar> bars, int leftOut) {

    private static final int YEAR_BEFORE = 4;
    private static final int YEARS = 9;
    private static final int NAME = 300;
    private static final int YEAR_WIDTH = 70;
    private static final int ROW = 22;
    private static final int HEAD = 26;
    private static final int MOST = 40;
    private static final int LONGEST = 40;

    record Year(int x, String text) {}

    /** @param open its end is not known @param text its name as far as there is room, before all bars */
    record Bar(int x, int y, int width, boolean open, String text, String title, String link) {}

    static SpanPicture of(Kind kind, List<Entry> entries, LocalDate today) {
        var first = LocalDate.of(today.getYear() - YEAR_BEFORE, 1, 1);
        var last = first.plusYears(YEARS).minusDays(1);
        var known = entries.stream()
                .filter(it -> it.span().from().isPresent())
                .filter(it -> it.span().from().filter(last::isBefore).isEmpty()
                        && it.span().until().filter(first::isAfter).isEmpty())
                .sorted(Comparator.comparing((Entry it) -> it.span().until().orElse(LocalDate.MAX))
                        .reversed()
                        .thenComparing(Entry::id))
                .toList();
        var bars = new ArrayList<Bar>();
        for (var entry : known.subList(0, Math.min(MOST, known.size()))) {
            int from = Math.max(0, x(entry.span().from().orElseThrow(), first));
            int until = Math.min(YEARS * YEAR_WIDTH, x(entry.span().until().orElse(last), first));
            int width = Math.max(4, until - from);
            var title = entry.title();
            bars.add(new Bar(
                    NAME + from,
                    HEAD + bars.size() * ROW,
                    width,
                    entry.span().until().isEmpty(),
                    title.length() > LONGEST ? title.substring(0, LONGEST - 1) + "…" : title,
                    title + ", " + entry.cell("from") + " – " + entry.cell("until"),
                    KeepingRegister.page(kind, entry.id())));
        }
        var years = new ArrayList<Year>();
        for (int year = 0; year < YEARS; year++) {
            years.add(new Year(NAME + year * YEAR_WIDTH, String.valueOf(first.getYear() + year)));
        }
        return new SpanPicture(
                NAME + YEARS * YEAR_WIDTH,
                HEAD + Math.max(1, bars.size()) * ROW,
                NAME + x(today, first),
                years,
                bars,
                entries.size() - bars.size());
    }

    private static int x(LocalDate day, LocalDate first) {
        return (int) Math.round(ChronoUnit.DAYS.between(first, day) / 365.25 * YEAR_WIDTH);
    }
}
