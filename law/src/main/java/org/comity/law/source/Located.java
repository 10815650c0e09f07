package org.comity.law.source;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A piece of text that knows the file and line it stands on, and reads itself as what it should be. */
public record Located(String text, String file, int line) {

    public LawDataException fault(String fault) {
        return new LawDataException(file, line, fault);
    }

    public LocalDate date() {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw fault("“" + text + "” is not a date; write it as 2026-01-31");
        }
    }

    /** A length of time: days and more as a {@link Period}, hours and less as a {@link Duration}. */
    public TemporalAmount length() {
        try {
            return text.startsWith("PT") ? Duration.parse(text) : Period.parse(text);
        } catch (DateTimeParseException e) {
            throw fault("“" + text + "” is not a length of time; write it as P90D, P6M or PT12H");
        }
    }

    public YearMonth month() {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw fault("“" + text + "” is not a month; write it as 2026-01");
        }
    }

    public boolean truth() {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault("“" + text + "” is neither true nor false");
        };
    }

    public int number() {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw fault("“" + text + "” is not a whole number");
        }
    }

    /** The text itself, if it is one of these words. */
    public String oneOf(Collection<String> words, String what) {
        if (!words.contains(text)) {
            throw fault("unknown " + what + " “" + text + "”; known are " + String.join(", ", words));
        }
        return text;
    }

    /** The text itself, if a row of this key exists elsewhere in the data set. */
    public String in(Collection<String> keys, String what) {
        if (!keys.contains(text)) {
            throw fault("there is no " + what + " “" + text + "” in the data set");
        }
        return text;
    }

    /** The parts of a cell that holds several values. */
    public List<Located> parts() {
        List<Located> parts = new ArrayList<>();
        for (String part : text.split("\\|", -1)) {
            parts.add(new Located(part, file, line));
        }
        return parts;
    }

    /** This text, or nothing where it is empty: an empty cell means that the fact is not known. */
    public Optional<Located> ifPresent() {
        return text.isEmpty() ? Optional.empty() : Optional.of(this);
    }
}
