package org.comity.node.legislation.lab;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.Coded;
import org.comity.law.CoveredDays;
import org.comity.law.DataCategory;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Saying;
import org.comity.law.State;
import org.comity.law.StateCode;

/** Reads what an address asks for. What it can't read is empty, and kept as a refusal that says what is valid. */
public final class Reading {

    private final LawBase law;
    private final LocalDate today;
    private final List<Refusal> refusals = new ArrayList<>();

    public Reading(LawBase law, LocalDate today) {
        this.law = law;
        this.today = today;
    }

    /** What could not be read so far. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    public LocalDate today() {
        return today;
    }

    public LawBase law() {
        return law;
    }

    /** A State of the data set, by its code in either case; the European Union is none. */
    public Optional<StateCode> state(String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        String code = typed.strip().toUpperCase(Locale.ROOT);
        List<StateCode> states = law.states().stream()
                .map(State::code)
                .filter(state -> !state.value().equals("EU"))
                .toList();
        return first(
                "state",
                typed,
                states.stream().filter(s -> s.value().equals(code)).findFirst(),
                states.stream().map(StateCode::value).sorted().toList());
    }

    public Optional<Offence> offence(String typed) {
        return first(
                "offence",
                typed,
                law.offences().stream()
                        .filter(typed.strip()::equals)
                        .findFirst()
                        .map(Offence::of),
                law.offences());
    }

    public Optional<Measure> measure(String typed) {
        return first("measure", typed, coded(law.measures(), typed), codes(law.measures()));
    }

    public Optional<DataCategory> data(String typed) {
        List<DataCategory> categories = List.of(DataCategory.values());
        return first("data", typed, coded(categories, typed), codes(categories));
    }

    public Optional<String> instrument(String typed) {
        List<String> ids = law.instruments().stream().map(Instrument::id).toList();
        return first(
                "instrument", typed, ids.stream().filter(typed.strip()::equals).findFirst(), ids);
    }

    /** A day; today where none is written. */
    public Optional<LocalDate> day(String typed) {
        if (typed.isBlank()) {
            return Optional.of(today);
        }
        return first("date", typed, parsed(typed), List.of());
    }

    /** A word of a closed set. */
    public <T extends Enum<T> & Coded> Optional<T> word(String about, String typed, Class<T> words) {
        List<T> all = Arrays.asList(words.getEnumConstants());
        return first(about, typed, coded(all, typed), codes(all));
    }

    public void refuse(String about, String asked, List<String> valid) {
        refusals.add(new Refusal(about, asked, Optional.empty(), valid));
    }

    /** @param why what the law library says of it */
    public void refuse(String about, String asked, Saying why) {
        refusals.add(new Refusal(about, asked, Optional.of(why), List.of()));
    }

    private static Optional<LocalDate> parsed(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip())).filter(CoveredDays::hold);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> first(String about, String typed, Optional<T> found, List<String> valid) {
        if (found.isEmpty()) {
            refuse(about, typed, valid);
        }
        return found;
    }

    private static <T extends Coded> Optional<T> coded(List<T> words, String typed) {
        return words.stream().filter(word -> word.code().equals(typed.strip())).findFirst();
    }

    private static List<String> codes(List<? extends Coded> words) {
        return words.stream().map(Coded::code).toList();
    }
}
