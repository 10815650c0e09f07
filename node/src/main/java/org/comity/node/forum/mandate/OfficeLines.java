package org.comity.node.forum.mandate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.frame.Said;

/** Offices as a secretariat types them: kind, seat, State, first day, last day, the decision that gave it; a line each. */
public final class OfficeLines {

    private OfficeLines() {}

    public static String write(List<Office> offices) {
        return offices.stream()
                .map(office -> String.join(
                        " | ",
                        office.kind().token(),
                        office.seat(),
                        office.state(),
                        office.from().map(LocalDate::toString).orElse(""),
                        office.until().map(LocalDate::toString).orElse(""),
                        office.basis()))
                .collect(Collectors.joining("\n"));
    }

    /**
     * @param before whose provenance an office keeps while its line does not change
     * @throws SeatsRefused that names the first line that can't be read
     */
    public static List<Office> read(String text, List<Office> before, String today) {
        var lines = text.lines().toList();
        var offices = new java.util.ArrayList<Office>();
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                int number = at + 1;
                var read = office(lines.get(at), today)
                        .orElseThrow(() -> new SeatsRefused("offices", Said.of("forum.refused.offices", number)));
                offices.add(before.stream()
                        .filter(it -> write(List.of(it)).equals(write(List.of(read))))
                        .findFirst()
                        .orElse(read));
            }
        }
        return List.copyOf(offices);
    }

    private static Optional<Office> office(String line, String today) {
        var cells = Arrays.stream(line.split("\\|", 6)).map(String::strip).toList();
        if (cells.size() < 6
                || cells.get(5).isEmpty()
                || cells.get(1).isEmpty() && cells.get(2).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Arrays.stream(Office.Kind.values())
                    .filter(kind -> kind.token().equals(cells.getFirst()))
                    .findFirst()
                    .map(kind -> new Office(
                            kind,
                            cells.get(1),
                            cells.get(2),
                            day(cells.get(3)),
                            day(cells.get(4)),
                            cells.get(5),
                            Provenance.entered(today)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
    }
}
