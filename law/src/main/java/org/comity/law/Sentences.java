package org.comity.law;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Turns facts into the words of a finding. */
final class Sentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final int LIFE = 9999;

    private Sentences() {}

    /** 1 July 2010. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** July 2026, from {@code 2026-07}; a day is given as such. */
    static String month(String text) {
        return text.length() == "2026-07".length() ? MONTH.format(YearMonth.parse(text)) : text;
    }

    /** A custodial ceiling in words. */
    static String penalty(int months) {
        if (months >= LIFE) {
            return "life";
        }
        if (months % 12 != 0) {
            return months == 1 ? "1 month" : months + " months";
        }
        return months == 12 ? "1 year" : months / 12 + " years";
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
