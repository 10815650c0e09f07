package org.comity.node.forum.study;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A provision of national law as an answer cites it: law, article, link, day since which it applies, and how far it covers
 * what is asked. Written in one line, the parts apart by a bar.
 *
 * @param link to the text; may be empty
 * @param coverage one of the question's options; empty where it has none
 */
public record ProvisionReference(String law, String article, String link, Optional<LocalDate> since, String coverage) {

    private static final int PARTS = 5;

    /** Empty for what is no reference: no law is named, the day is none, or the link leads nowhere. */
    public static Optional<ProvisionReference> of(String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() > PARTS || cells.getFirst().isEmpty() && cell(cells, 4).isEmpty()) {
            return Optional.empty();
        }
        var link = cell(cells, 2);
        if (!link.isEmpty() && !link.matches("https?://\\S+")) {
            return Optional.empty();
        }
        try {
            var day = cell(cells, 3);
            return Optional.of(new ProvisionReference(
                    cells.getFirst(),
                    cell(cells, 1),
                    link,
                    day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
                    cell(cells, 4)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String cell(List<String> cells, int at) {
        return at < cells.size() ? cells.get(at) : "";
    }

    @Override
    public String toString() {
        return String.join(
                " | ", law, article, link, since.map(LocalDate::toString).orElse(""), coverage);
    }
}
