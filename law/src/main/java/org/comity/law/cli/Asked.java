package org.comity.law.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.comity.law.Coded;
import org.comity.law.CoveredDays;
import org.comity.law.DataCategory;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.State;
import org.comity.law.StateCode;

/** Finds what a typed word means, and answers an unknown word with the valid ones. */
final class Asked {

    private static final int NEAREST = 5;

    private final LawBase law;

    Asked(LawBase law) {
        this.law = law;
    }

    /** @param where the option or place of the word, such as {@code --from} */
    State state(String text, String where) {
        return law.states().stream()
                .filter(state -> state.code().value().equalsIgnoreCase(text)
                        || state.iso3().equalsIgnoreCase(text)
                        || state.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new NotUnderstoodException("There is no State “" + text + "” for " + where
                        + "; write its two letters, such as PT. Nearest are " + nearest(text) + "."));
    }

    /** A State that can ask and be asked. */
    StateCode party(String text, String where) {
        StateCode code = state(text, where).code();
        if (code.value().equals("EU")) {
            throw new NotUnderstoodException(
                    "The European Union neither makes nor receives such requests; name one of its Member States.");
        }
        return code;
    }

    private String nearest(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return law.states().stream()
                .sorted(Comparator.comparingInt((State state) -> distance(wanted, state)))
                .limit(NEAREST)
                .map(state -> state.code() + " (" + state.name() + ")")
                .collect(Collectors.joining(", "));
    }

    private static int distance(String wanted, State state) {
        String name = state.name().toLowerCase(Locale.ROOT);
        if (!wanted.isEmpty() && name.startsWith(wanted)) {
            return 0;
        }
        String code = state.code().value().toLowerCase(Locale.ROOT);
        return Math.min(edits(wanted, code), edits(wanted, name)) + 1;
    }

    /** Levenshtein's distance: how many letters must be added, dropped or changed. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    Instrument instrument(String text) {
        return law.instruments().stream()
                .filter(instrument -> instrument.id().equalsIgnoreCase(text)
                        || instrument.title().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new NotUnderstoodException("There is no instrument “" + text + "”; valid are "
                        + law.instruments().stream().map(Instrument::id).collect(Collectors.joining(", ")) + "."));
    }

    Measure measure(String text) {
        Measure measure = law.measure(text.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new NotUnderstoodException(
                        "There is no measure “" + text + "”; valid are " + codes(law.measures()) + "."));
        if (!law.measures().contains(measure)) {
            throw new NotUnderstoodException(
                    "No route serves the measure “" + text + "”; valid are " + codes(law.measures()) + ".");
        }
        return measure;
    }

    static DataCategory data(String text) {
        return Arrays.stream(DataCategory.values())
                .filter(category -> category.code().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new NotUnderstoodException("There is no data category “" + text + "”; valid are "
                        + codes(List.of(DataCategory.values())) + "."));
    }

    Offence offence(String text) {
        Offence offence = Offence.of(text);
        if (offence instanceof Offence.Described described && !law.offences().contains(described.provision())) {
            throw new NotUnderstoodException("There is no offence “" + text + "”; valid are "
                    + String.join(", ", law.offences()) + " and other.");
        }
        return offence;
    }

    static String codes(List<? extends Coded> words) {
        return words.stream().map(Coded::code).collect(Collectors.joining(", "));
    }

    /** @param where the option of the day, such as {@code --on} */
    static LocalDate day(String text, String where) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!CoveredDays.hold(day)) {
                throw new NotUnderstoodException("The data set covers " + CoveredDays.FIRST + " to " + CoveredDays.LAST
                        + "; “" + text + "” for " + where + " lies outside.");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new NotUnderstoodException(
                    "“" + text + "” is not a date for " + where + "; write year-month-day, such as 2024-05-01.");
        }
    }

    /** One of these words. */
    static String oneOf(String text, List<String> valid, String what) {
        if (!valid.contains(text)) {
            throw new NotUnderstoodException(
                    "There is no " + what + " “" + text + "”; valid are " + String.join(", ", valid) + ".");
        }
        return text;
    }
}
