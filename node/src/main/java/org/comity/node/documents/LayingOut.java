package org.comity.node.documents;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.documents.FormTemplate.Field;
import org.comity.node.documents.FormTemplate.Need;
import org.comity.node.documents.FormTemplate.Section;
import org.comity.node.documents.FormValue.FreeText;
import org.comity.node.documents.FormValue.Group;
import org.comity.node.documents.Sheet.Block;
import org.comity.node.documents.Sheet.Entry;
import org.comity.node.documents.Sheet.Line;
import org.comity.node.documents.Sheet.Nested;
import org.comity.node.documents.Sheet.Pair;
import org.comity.node.documents.Sheet.Part;
import org.comity.node.documents.Sheet.Row;
import org.comity.node.documents.Sheet.Run;
import org.comity.node.documents.Sheet.Style;
import org.comity.node.frame.Said;

/** Puts a form into the words of a reading. A mandatory field without a value is shown as not given; others stay away. */
final class LayingOut {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Form form;
    private final List<PhraseTable> tables;

    private LayingOut(Form form, Reading reading) {
        this.form = form;
        this.tables = reading.languages().stream().map(PhraseTable::new).toList();
    }

    static Sheet of(Form form, Reading reading) {
        return new LayingOut(form, reading).sheet();
    }

    private Sheet sheet() {
        var kind = form.kind();
        return new Sheet(
                reference(),
                tables.stream().map(PhraseTable::language).toList(),
                tables.stream().map(words -> words.text("form." + kind.token())).toList(),
                tables.stream().map(this::notices).toList(),
                kind.template().sections().stream()
                        .filter(form::shows)
                        .map(this::part)
                        .filter(part -> !part.rows().isEmpty())
                        .toList());
    }

    /** It stands on each page. */
    private String reference() {
        var reference = form.value("reference").map(LayingOut::plainly).orElse("");
        return form.exercise() ? tables.getLast().text("exercise.mark") + " · " + reference : reference;
    }

    private List<String> notices(PhraseTable words) {
        var exercise = form.exercise() ? Stream.of(words.text("exercise")) : Stream.<String>empty();
        var draft = words.isReviewed() ? Stream.<String>empty() : Stream.of(words.text("draft-translation"));
        var open = form.kind().template().sections().stream().allMatch(form::shows)
                ? Stream.<String>empty()
                : Stream.of(words.text("for-provider"));
        return Stream.of(exercise, draft, open).flatMap(it -> it).toList();
    }

    private Part part(Section section) {
        return new Part(
                section.key(),
                section.letter(),
                section.apart(),
                tables.stream()
                        .map(words -> words.text("section." + section.key()))
                        .toList(),
                section.fields().stream().flatMap(this::row).toList());
    }

    private Stream<Row> row(Field field) {
        var value = form.value(field.key());
        var answeredElsewhere = field.or().flatMap(form::value).isPresent();
        if (value.isEmpty() && (field.need() != Need.MANDATORY || answeredElsewhere)) {
            return Stream.empty();
        }
        return Stream.of(new Row(
                field.key(),
                tables.stream().map(words -> entry(field.key(), value, words)).toList()));
    }

    private Entry entry(String key, Optional<FormValue> value, PhraseTable words) {
        return new Entry(
                words.text("field." + key),
                value.map(it -> blocks(it, words)).orElseGet(() -> List.of(note(words, "not-given"))));
    }

    private List<Block> blocks(FormValue value, PhraseTable words) {
        return switch (value) {
            case FormValue.Phrase(var said) -> List.of(line(words, words.runs(said)));
            case FormValue.Plain(var text) -> List.copyOf(foreign(text, words));
            case FormValue.Day(var date) -> List.of(line(words, List.of(new Run(date(date, words), false))));
            case FormValue.Moment(var instant, var zone) -> List.copyOf(foreign(moment(instant, zone), words));
            case FormValue.State(var code) ->
                List.of(line(words, List.of(new Run(words.nameOfState(code) + " (" + code + ")", false))));
            case FreeText text -> freeText(text, words);
            case FormValue.Several(var values) ->
                values.stream().flatMap(it -> blocks(it, words).stream()).toList();
            case Group(var fields) ->
                List.of(new Nested(fields.entrySet().stream()
                        .map(field -> entry(field.getKey(), Optional.of(field.getValue()), words))
                        .toList()));
            case FormValue.LeftOut(var reason) -> {
                var all = new ArrayList<Block>();
                all.add(note(words, "left-out-because"));
                all.addAll(freeText(reason, words));
                yield all;
            }
        };
    }

    private List<Block> freeText(FreeText text, PhraseTable words) {
        var written = text.language().orElse(form.language());
        var reader = words.language();
        var original = paragraphs(text.text(), written);
        if (written.equals(reader.code())) {
            return beside(original, text.inOtherLanguages(), words);
        }
        var translation = text.in(reader).map(it -> translation(it, words));
        if (isShownBeside(written, reader)) {
            return translation
                    .<List<Block>>map(List::copyOf)
                    .orElseGet(() -> List.of(note(words, "translation-missing", words.nameOfLanguage(written))));
        }
        if (translation.isPresent()) {
            original.add(note(words, "written-in", words.nameOfLanguage(written)));
            return List.of(new Pair(original, translation.get()));
        }
        original.add(note(words, "needs-translation", words.nameOfLanguage(written)));
        return List.copyOf(original);
    }

    private List<Block> beside(List<Line> original, List<FormValue.Translation> others, PhraseTable words) {
        return others.isEmpty()
                ? List.copyOf(original)
                : List.of(new Pair(
                        original,
                        others.stream()
                                .flatMap(it -> translation(it, words).stream())
                                .toList()));
    }

    /** The other column has it as it was written. */
    private boolean isShownBeside(String written, FormLanguage reader) {
        return tables.stream()
                .map(PhraseTable::language)
                .anyMatch(language -> language != reader && language.code().equals(written));
    }

    private List<Line> translation(FormValue.Translation translation, PhraseTable words) {
        var lines = paragraphs(translation.text(), translation.language());
        lines.add(
                translation.by().isBlank()
                        ? note(words, "translated", words.nameOfLanguage(translation.language()))
                        : note(words, "translated-by", words.nameOfLanguage(translation.language()), translation.by()));
        translation
                .made()
                .map(how -> new Line(
                        Style.NOTE,
                        words.runs(how.said()),
                        words.language().code(),
                        words.language().direction()))
                .ifPresent(lines::add);
        return lines;
    }

    private static List<Line> paragraphs(String text, String language) {
        return new ArrayList<>(Arrays.stream(ShowableText.of(text).split("\n"))
                .filter(line -> !line.isBlank())
                .map(line ->
                        new Line(Style.VALUE, List.of(new Run(line, false)), language, PhraseTable.direction(language)))
                .toList());
    }

    private static List<Line> foreign(String text, PhraseTable words) {
        return Arrays.stream(ShowableText.of(text).split("\n"))
                .filter(line -> !line.isBlank())
                .map(line -> line(words, List.of(new Run(line, true))))
                .toList();
    }

    private static Line line(PhraseTable words, List<Run> runs) {
        return new Line(
                Style.VALUE, runs, words.language().code(), words.language().direction());
    }

    private static Line note(PhraseTable words, String key, Object... about) {
        return new Line(
                Style.NOTE,
                words.runs(new Said("documents." + key, Arrays.asList(about))),
                words.language().code(),
                words.language().direction());
    }

    private static String date(java.time.LocalDate date, PhraseTable words) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.language().datesAsIn())
                .withDecimalStyle(DecimalStyle.STANDARD)
                .format(date);
    }

    /** Digits of the Gregorian calendar in every language, so that two readers compare the same characters. */
    private static String moment(Instant instant, ZoneId zone) {
        var utc = SECONDS.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
        var there = instant.atZone(zone);
        return there.getOffset().equals(ZoneOffset.UTC)
                ? utc
                : SECONDS.format(there) + " " + there.getOffset() + " (" + utc + ")";
    }

    private static String plainly(FormValue value) {
        return value instanceof FormValue.Plain(var text)
                ? ShowableText.of(text).replaceAll("\\s+", " ").strip()
                : "";
    }
}
