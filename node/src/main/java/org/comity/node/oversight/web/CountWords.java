package org.comity.node.oversight.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.law.StateCode;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.oversight.count.Overview;
import org.comity.node.oversight.count.Statistics.Told;
import org.comity.node.oversight.count.ToldTable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tables of counts in words, for a page or for paper. */
@Component
class CountWords {

    private final MessageSource words;
    private final CurrentLaw law;

    CountWords(MessageSource words, CurrentLaw law) {
        this.words = words;
        this.law = law;
    }

    /** @param id tells it from the others on the page; @param hint empty where the title says it */
    record Table(String id, String title, String hint, List<String> columns, List<Row> rows, List<String> totals) {}

    /** @param name a name or an identifier, which is the same in each language */
    record Row(String label, boolean name, List<String> numbers) {}

    record Line(String label, String with, String of) {}

    record Time(String kind, String step, String likely, String late) {}

    /** One universe as it is read. */
    record Part(String id, String title, String total, List<Table> tables, List<Line> safeguards, List<Time> times) {}

    Part part(Told told, Locale locale) {
        var tables = new java.util.ArrayList<Table>();
        tables.add(overview(Overview.of(told), locale));
        told.tables().forEach(it -> tables.add(table(it.dimension().token(), it.table(), locale)));
        tables.add(list("grounds", told.grounds(), locale));
        tables.add(list("losses", told.losses(), locale));
        tables.add(list("emergencies", told.emergencies(), locale));
        return new Part(
                told.universe().token(),
                say("oversight.universe." + told.universe().token(), locale),
                told.total().map(String::valueOf).orElseGet(() -> say("oversight.too-few", locale)),
                tables.stream().filter(it -> !it.rows().isEmpty()).toList(),
                told.safeguards().stream()
                        .filter(it -> it.of().isPresent())
                        .map(it -> new Line(
                                say("oversight.safeguard." + it.token(), locale), number(it.with()), number(it.of())))
                        .toList(),
                told.times().stream()
                        .filter(it -> it.likely().isPresent())
                        .map(it -> new Time(
                                say("cooperation.kind-of." + it.kindToken(), locale),
                                say("oversight.step." + it.step(), locale),
                                it.likely().map(time -> time(time, locale)).orElse(""),
                                it.late().map(time -> time(time, locale)).orElse("")))
                        .toList());
    }

    private Table overview(Overview it, Locale locale) {
        var dimension = it.dimension().token();
        return new Table(
                "overview",
                say("oversight.overview." + dimension, locale),
                words.getMessage(
                        "oversight.overview.hint",
                        new Object[] {
                            percent(it.emergencies()),
                            it.mostWanted()
                                    .map(most -> label("categories", most, locale))
                                    .orElse("…"),
                            it.mostNamed()
                                    .map(most -> label("grounds", most, locale))
                                    .orElse("–")
                        },
                        locale),
                List.of(
                        say("oversight.overview.share", locale),
                        say("oversight.overview.answered", locale),
                        say("oversight.overview.refused", locale)),
                it.rows().stream()
                        .map(row -> new Row(
                                label(dimension, row.label(), locale),
                                isName(dimension, row.label()),
                                List.of(
                                        String.valueOf(row.number()),
                                        percent(Optional.of(row.share())),
                                        percent(row.answered()),
                                        percent(row.refused()))))
                        .toList(),
                List.of());
    }

    private static String percent(Optional<Long> ofHundred) {
        return ofHundred.map(it -> it + " %").orElse("…");
    }

    private Table table(String dimension, ToldTable told, Locale locale) {
        var columns = told.columns().stream()
                .map(column -> say("oversight.outcome." + column, locale))
                .toList();
        return filled(dimension, say("oversight.by." + dimension, locale), columns, told, true, locale);
    }

    private Table list(String name, ToldTable told, Locale locale) {
        return filled(name, say("oversight.by." + name, locale), List.of(), told, false, locale);
    }

    private Table filled(String id, String title, List<String> columns, ToldTable told, boolean cells, Locale locale) {
        var rows = told.rows().stream()
                .map(row -> new Row(
                        label(id, row.label(), locale),
                        isName(id, row.label()),
                        java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of(String.valueOf(row.total())),
                                        cells
                                                ? row.cells().stream().map(ToldTable.Cell::told)
                                                : java.util.stream.Stream.empty())
                                .toList()))
                .toList();
        var totals = java.util.stream.Stream.concat(
                        told.total().stream().map(String::valueOf),
                        cells ? told.totals().stream().map(String::valueOf) : java.util.stream.Stream.empty())
                .toList();
        return new Table(
                id,
                title,
                Objects.requireNonNullElse(words.getMessage("oversight.by." + id + ".hint", null, "", locale), ""),
                columns,
                rows,
                totals);
    }

    private static boolean isName(String table, String label) {
        return !label.equals("others")
                && switch (table) {
                    case "provision", "counterpart", "grounds" -> label.contains(":") || table.equals("counterpart");
                    default -> false;
                };
    }

    private String label(String table, String label, Locale locale) {
        if (label.equals("others") || label.equals("unknown")) {
            return say("oversight." + label, locale);
        }
        return switch (table) {
            case "kind" -> say("cooperation.kind-of." + token(label), locale);
            case "state" -> state(label, locale);
            case "channel" -> say("cooperation.channel." + label, locale);
            case "categories" ->
                Arrays.stream(label.split("\\+"))
                        .map(it -> say("oversight.category." + it, locale))
                        .collect(Collectors.joining(" + "));
            case "emergency" -> say("oversight.emergency." + label, locale);
            case "losses" -> say("cooperation.loss-cause." + token(label), locale);
            case "emergencies" -> say("oversight.papers." + label, locale);
            case "grounds" -> label.contains(":") ? label : say("oversight.ground." + label, locale);
            default -> label;
        };
    }

    String state(String code, Locale locale) {
        return Optional.of(code)
                .filter(it -> it.matches("[A-Z]{2}"))
                .flatMap(it -> law.now().state(StateCode.of(it)))
                .map(it -> it.name(locale.getLanguage()))
                .orElse(code);
    }

    /** Under two days in hours, above in days. */
    String time(java.time.Duration time, Locale locale) {
        return time.toHours() < 48
                ? words.getMessage("oversight.hours", new Object[] {Math.max(1, time.toHours())}, locale)
                : words.getMessage("oversight.days", new Object[] {time.toDays()}, locale);
    }

    private static String number(Optional<Long> number) {
        return number.map(String::valueOf).orElse("…");
    }

    private static String token(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String say(String key, Locale locale) {
        return Objects.requireNonNullElse(words.getMessage(key, null, key, locale), key);
    }
}
