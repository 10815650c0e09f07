package org.comity.node.capacity.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.capacity.register.Field.Type;

/** What the register holds. Institutions are named, persons never. */
public enum Kind {
    /** Help that is asked for. */
    NEED(
            "needs",
            title(),
            institution(),
            state().needed(),
            themes().needed(),
            forms(),
            audience(),
            languages(),
            Field.of("provisions", Type.PROVISIONS),
            Field.of("urgency", Type.WORD, Words.URGENCY),
            from(),
            until(),
            text().needed()),
    /** Help that is offered. */
    OFFER(
            "offers",
            title(),
            institution(),
            themes().needed(),
            forms().needed(),
            audience(),
            regions(),
            states(),
            languages(),
            from(),
            until(),
            Field.of("funds", Type.NUMBER),
            currency(),
            Field.of("conditions", Type.TEXT),
            text().needed(),
            source()),
    /** Help that is or was given. */
    PROJECT(
            "projects",
            title(),
            institution(),
            Field.of("funders", Type.LINE),
            themes().needed(),
            regions(),
            states(),
            from(),
            until(),
            Field.of("budget", Type.NUMBER),
            currency(),
            text().needed(),
            source(),
            asOf(),
            basis(),
            note()),
    /** What can be taught. */
    COURSE(
            "courses",
            title(),
            institution(),
            audience(),
            Field.of("level", Type.WORD, Words.LEVELS),
            Field.of("hours", Type.NUMBER),
            Field.of("modules", Type.TEXT),
            languages(),
            Field.of("format", Type.LINE),
            themes(),
            Field.of("provisions", Type.PROVISIONS),
            source(),
            basis(),
            note()),
    /** Which institution has people who know it. */
    EXPERTISE(
            "experts",
            title(),
            institution(),
            state(),
            themes().needed(),
            forms(),
            languages(),
            Field.of("experts", Type.NUMBER),
            text(),
            source()),
    /** How it is done well. */
    PRACTICE(
            "practices",
            title(),
            institution(),
            themes().needed(),
            Field.of("year", Type.TIME),
            text().needed(),
            source(),
            basis()),
    /** What the public was told, and how many it reached. */
    CAMPAIGN(
            "campaigns",
            title(),
            institution(),
            Field.of("groups", Type.WORDS, Words.GROUPS).needed(),
            Field.of("channels", Type.LINE),
            languages(),
            from().needed(),
            until(),
            Field.of("materials", Type.LINES),
            Field.of("reach", Type.NUMBER),
            Field.of("counted", Type.LINE),
            Field.of("effect", Type.TEXT),
            text()),
    /** What keeps crime from happening. */
    PREVENTION(
            "prevention",
            title(),
            institution(),
            Field.of("measure", Type.WORD, Words.PREVENTION).needed(),
            Field.of("groups", Type.WORDS, Words.GROUPS),
            from(),
            until(),
            text().needed(),
            Field.of("effect", Type.TEXT),
            source()),
    /** A course as it was held. */
    SESSION(
            "sessions",
            title(),
            institution(),
            Field.of("course", Type.LINE),
            from().needed(),
            until(),
            Field.of("place", Type.LINE),
            Field.of("hours", Type.NUMBER).needed(),
            Field.of("domestic", Type.WORD, Words.YES_NO).needed(),
            Field.of("attendance", Type.LINES),
            Field.of("certificates", Type.LINES),
            text()),
    /** An exercise as it was played. */
    RUN(
            "runs",
            title(),
            institution(),
            Field.of("exercise", Type.LINE).needed(),
            from().needed(),
            Field.of("institutions", Type.TEXT),
            Field.of("outcome", Type.TEXT).needed(),
            Field.of("lessons", Type.TEXT));

    private final String plural;
    private final List<Field> fields;

    Kind(String plural, Field... fields) {
        this.plural = plural;
        this.fields = List.of(fields);
    }

    /** As in {@code need}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in the address {@code /capacity/needs}. */
    public String plural() {
        return plural;
    }

    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    public boolean has(String name) {
        return field(name).isPresent();
    }

    /** An institution's own people may enter it, and not only the coordinator. */
    public boolean isOfPartners() {
        return this == OFFER || this == EXPERTISE || this == PROJECT;
    }

    /** It can be made public as a signed note, which others take over. */
    public boolean isPublished() {
        return this == NEED || this == OFFER;
    }

    public static Stream<Kind> all() {
        return Arrays.stream(values());
    }

    public static Optional<Kind> ofPlural(String plural) {
        return all().filter(it -> it.plural.equals(plural)).findFirst();
    }

    private static Field title() {
        return Field.of("title", Type.LINE).needed();
    }

    private static Field institution() {
        return Field.of("institution", Type.LINE).needed();
    }

    private static Field text() {
        return Field.of("text", Type.TEXT);
    }

    private static Field themes() {
        return Field.of("themes", Type.WORDS, Words.THEMES);
    }

    private static Field forms() {
        return Field.of("forms", Type.WORDS, Words.FORMS);
    }

    private static Field audience() {
        return Field.of("audience", Type.WORDS, Words.AUDIENCE);
    }

    private static Field regions() {
        return Field.of("regions", Type.WORDS, Words.REGIONS);
    }

    private static Field states() {
        return Field.of("states", Type.STATES);
    }

    private static Field state() {
        return Field.of("state", Type.STATE);
    }

    private static Field languages() {
        return Field.of("languages", Type.LANGUAGES);
    }

    private static Field from() {
        return Field.of("from", Type.TIME);
    }

    private static Field until() {
        return Field.of("until", Type.TIME);
    }

    private static Field currency() {
        return Field.of("currency", Type.LINE);
    }

    private static Field source() {
        return Field.of("source", Type.LINK);
    }

    private static Field asOf() {
        return Field.of("as_of", Type.TIME);
    }

    private static Field basis() {
        return Field.of("basis", Type.WORD, Words.BASES);
    }

    private static Field note() {
        return Field.of("note", Type.TEXT);
    }
}
