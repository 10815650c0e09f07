package org.comity.node.legislation.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.law.Coded;
import org.comity.law.CoveredDays;
import org.comity.law.DataCategory;
import org.comity.law.Facts;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Provision;
import org.comity.law.State;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/**
 * The question of one request, its words read strictly: what can't be read is refused with the values that can be, and a
 * parameter that nobody takes is a slip of the pen, not a wish to be passed over.
 */
final class Asked {

    static final int LARGEST = 500;
    static final int USUAL = 100;

    private static final Set<String> MANY = Set.of("fact", "state");

    private final HttpServletRequest request;
    private final LawBase law;
    private final Edition edition;
    private final LocalDate today;
    private final Map<String, List<String>> typed = new TreeMap<>();

    Asked(HttpServletRequest request, LawBase law, Edition edition, LocalDate today) {
        this.request = request;
        this.law = law;
        this.edition = edition;
        this.today = today;
        request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
    }

    LawBase law() {
        return law;
    }

    Edition edition() {
        return edition;
    }

    LocalDate today() {
        return today;
    }

    String path() {
        return request.getRequestURI();
    }

    Map<String, List<String>> typed() {
        return typed;
    }

    HttpHeaders headers() {
        var headers = new HttpHeaders();
        for (String name : List.of(HttpHeaders.ACCEPT, HttpHeaders.IF_NONE_MATCH)) {
            request.getHeaders(name).asIterator().forEachRemaining(value -> headers.add(name, value));
        }
        return headers;
    }

    /** Only these parameters. */
    Asked takes(String... names) {
        List<String> valid = Arrays.stream(names).sorted().toList();
        typed.forEach((name, values) -> {
            if (!valid.contains(name)) {
                throw NotAnswered.invalid(name, "There is no parameter “" + name + "” here.", valid);
            }
            if (values.size() > 1 && !MANY.contains(name)) {
                throw NotAnswered.invalid(name, "The parameter “" + name + "” stands more than once.", List.of());
            }
        });
        return this;
    }

    /** The day asked for, or today. */
    LocalDate on() {
        return find("on").map(text -> day("on", text)).orElse(today);
    }

    boolean tellsTheDay() {
        return find("on").isPresent();
    }

    private static LocalDate day(String name, String text) {
        List<String> valid = List.of(CoveredDays.FIRST + " to " + CoveredDays.LAST);
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(CoveredDays::hold)
                    .orElseThrow(
                            () -> NotAnswered.invalid(name, "“" + text + "” lies outside of the data set.", valid));
        } catch (DateTimeParseException e) {
            throw NotAnswered.invalid(
                    name, "“" + text + "” is not a day; write year-month-day, such as 2026-01-31.", valid);
        }
    }

    /** A State of the path, by its code in either case. */
    State stateOfPath(String code) {
        return among(law.states(), state -> state.code().value(), code)
                .orElseThrow(() -> NotAnswered.unknown("State", code, stateCodes()));
    }

    Instrument instrumentOfPath(String id) {
        return law.instrument(id).orElseThrow(() -> NotAnswered.unknown("instrument", id, instrumentIds()));
    }

    Provision provisionOfPath(String id) {
        return law.provision(id)
                .orElseThrow(() -> NotAnswered.unknown(
                        "provision",
                        id,
                        law.instrument(id.split(":", 2)[0]).stream()
                                .flatMap(instrument -> instrument.provisions().stream())
                                .map(Provision::id)
                                .toList()));
    }

    State state(String name) {
        return findState(name).orElseThrow(() -> NotAnswered.missing(name, stateCodes()));
    }

    Optional<State> findState(String name) {
        return find(name).map(text -> state(name, text));
    }

    /** From some to some more States, each once, in the order asked. */
    List<State> states(String name, int fewest, int most) {
        List<State> states = typed.getOrDefault(name, List.of()).stream()
                .map(text -> state(name, text))
                .toList();
        if (states.size() < fewest || states.size() > most || Set.copyOf(states).size() < states.size()) {
            throw NotAnswered.invalid(
                    name,
                    "Name " + fewest + " to " + most + " different States, each in a parameter “" + name
                            + "” of its own.",
                    stateCodes());
        }
        return states;
    }

    private State state(String name, String text) {
        return among(law.states(), state -> state.code().value(), text)
                .orElseThrow(() -> notOne(name, "State", text, stateCodes()));
    }

    Instrument instrument(String name) {
        return findInstrument(name).orElseThrow(() -> NotAnswered.missing(name, instrumentIds()));
    }

    Optional<Instrument> findInstrument(String name) {
        return find(name)
                .map(text -> law.instrument(text).orElseThrow(() -> notOne(name, "instrument", text, instrumentIds())));
    }

    Measure measure(String name) {
        List<String> valid = codes(law.measures());
        String text = find(name).orElseThrow(() -> NotAnswered.missing(name, valid));
        return law.measure(text.toLowerCase(Locale.ROOT))
                .filter(law.measures()::contains)
                .orElseThrow(() -> notOne(name, "measure", text, valid));
    }

    DataCategory data(String name) {
        return word(name, "data category", List.of(DataCategory.values()))
                .orElseThrow(() -> NotAnswered.missing(name, codes(List.of(DataCategory.values()))));
    }

    /** An offence of the data set, {@code other} or {@code other:what it is}. */
    Offence offence(String name) {
        List<String> valid =
                Stream.concat(law.offences().stream(), Stream.of("other")).toList();
        String text = find(name).orElseThrow(() -> NotAnswered.missing(name, valid));
        Offence offence = Offence.of(text);
        return switch (offence) {
            case Offence.Described described
            when !law.offences().contains(described.provision()) -> throw notOne(name, "offence", text, valid);
            case Offence.Described described -> described;
            case Offence.Other other -> other;
        };
    }

    /** @throws org.comity.law.InvalidRouteQueryException if a fact is unknown, or two contradict each other */
    Facts facts() {
        return Facts.of(typed.getOrDefault("fact", List.of()));
    }

    /** A word of a closed set. */
    <T extends Coded> Optional<T> word(String name, String what, List<T> words) {
        return find(name)
                .map(text -> among(words, Coded::code, text).orElseThrow(() -> notOne(name, what, text, codes(words))));
    }

    /** A word that the data set has in the plain. */
    Optional<String> word(String name, String what, Stream<String> words) {
        return find(name).map(text -> {
            List<String> valid =
                    words.filter(word -> !word.isEmpty()).distinct().sorted().toList();
            return among(valid, Function.identity(), text).orElseThrow(() -> notOne(name, what, text, valid));
        });
    }

    boolean truth(String name) {
        List<String> valid = List.of("true", "false");
        return find(name)
                .map(text -> {
                    if (!valid.contains(text)) {
                        throw notOne(name, "truth value", text, valid);
                    }
                    return Boolean.parseBoolean(text);
                })
                .orElse(false);
    }

    int page() {
        return number("page", 1, Integer.MAX_VALUE / LARGEST).orElse(1);
    }

    int size() {
        return number("size", 1, LARGEST).orElse(USUAL);
    }

    private Optional<Integer> number(String name, int least, int most) {
        return find(name).map(text -> {
            if (text.matches("\\d{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw NotAnswered.invalid(
                    name,
                    "“" + text + "” is not a number from " + least + " to " + most + ".",
                    List.of(least + " to " + most));
        });
    }

    /** What the parameter {@code format} says, else the header {@code Accept}; the first of these where both are silent. */
    Form form(List<Form> offered) {
        List<String> codes = offered.stream().map(Form::code).toList();
        Optional<Form> said = find("format")
                .map(text ->
                        among(offered, Form::code, text).orElseThrow(() -> notOne("format", "format", text, codes)));
        if (said.isPresent()) {
            return said.get();
        }
        return accepted().stream()
                .flatMap(range -> offered.stream()
                        .filter(form -> range.includes(form.type().removeQualityValue())))
                .findFirst()
                .orElseThrow(() -> NotAnswered.form(offered.stream()
                        .map(form -> form.type().getType() + "/" + form.type().getSubtype())
                        .toList()));
    }

    /** Best first. */
    private List<MediaType> accepted() {
        try {
            List<MediaType> accepted = headers().getAccept().stream()
                    .filter(range -> range.getQualityValue() > 0)
                    .collect(Collectors.toList());
            if (headers().getAccept().isEmpty()) {
                return List.of(MediaType.ALL);
            }
            MimeTypeUtils.sortBySpecificity(accepted);
            return accepted;
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            throw NotAnswered.form(List.of(MediaType.APPLICATION_JSON_VALUE));
        }
    }

    String text(String name, int longest) {
        String text = find(name).orElse("");
        if (text.length() > longest) {
            throw NotAnswered.invalid(
                    name,
                    "The text is longer than " + longest + " characters.",
                    List.of("1 to " + longest + " characters"));
        }
        return text;
    }

    /** The one value; a blank one is none. */
    Optional<String> find(String name) {
        return Optional.ofNullable(typed.get(name))
                .map(values -> values.getFirst().strip())
                .filter(text -> !text.isEmpty());
    }

    private static NotAnswered notOne(String name, String what, String text, List<String> valid) {
        return NotAnswered.invalid(name, "There is no " + what + " “" + text + "” in the data set.", valid);
    }

    private static <T> Optional<T> among(List<T> all, Function<T, String> code, String text) {
        return all.stream()
                .filter(one -> code.apply(one).equalsIgnoreCase(text))
                .findFirst();
    }

    private List<String> stateCodes() {
        return law.states().stream().map(state -> state.code().value()).sorted().toList();
    }

    private List<String> instrumentIds() {
        return law.instruments().stream().map(Instrument::id).toList();
    }

    private static List<String> codes(List<? extends Coded> words) {
        return words.stream().map(Coded::code).toList();
    }
}
