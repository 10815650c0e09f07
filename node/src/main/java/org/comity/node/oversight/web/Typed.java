package org.comity.node.oversight.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** What was typed, read. */
final class Typed {

    private Typed() {}

    /** Empty for what is no day. */
    static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
