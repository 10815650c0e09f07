package org.comity.node.forum.mandate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.node.frame.Said;

/**
 * Members as a secretariat types them: State, first day, last day, the decision that elected it, how it ended early; a line a
 * term.
 */
public final class MembershipLines {

    private MembershipLines() {}

    public static String write(List<Membership> memberships) {
        return memberships.stream()
                .map(it -> String.join(
                        " | ",
                        it.state(),
                        it.from().map(LocalDate::toString).orElse(""),
                        it.until().map(LocalDate::toString).orElse(""),
                        it.basis(),
                        it.ended()))
                .collect(Collectors.joining("\n"));
    }

    /**
     * @param before whose provenance a term keeps while its line does not change
     * @param knows which codes are States
     * @throws SeatsRefused that names the first line that is wrong
     */
    public static List<Membership> read(
            String text, List<Membership> before, LocalDate today, Predicate<String> knows) {
        var read = new ArrayList<Membership>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var term = term(line, number, today);
            if (!knows.test(term.state())) {
                throw refused(number, Said.of("forum.refused.state", term.state()));
            }
            if (read.stream().anyMatch(term::overlaps)) {
                throw refused(number, Said.of("forum.refused.member-twice", term.state()));
            }
            read.add(before.stream()
                    .filter(it -> write(List.of(it)).equals(write(List.of(term))))
                    .findFirst()
                    .orElse(term));
        }
        return List.copyOf(read);
    }

    private static Membership term(String line, int number, LocalDate today) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var from = day(cells, 1, number);
        var until = day(cells, 2, number);
        var basis = cells.size() > 3 ? cells.get(3) : "";
        var ended = cells.size() > 4 ? cells.get(4) : "";
        if (basis.isEmpty() || cells.size() > 5) {
            throw refused(number, Said.of("forum.refused.member-line"));
        }
        if (!ended.isEmpty() && until.isEmpty()) {
            throw refused(number, Said.of("forum.refused.member-ended"));
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw refused(number, Said.of("forum.refused.until"));
        }
        return new Membership(
                cells.getFirst().toUpperCase(Locale.ROOT),
                from,
                until,
                basis,
                ended,
                Provenance.entered(today.toString()));
    }

    private static Optional<LocalDate> day(List<String> cells, int at, int number) {
        if (cells.size() <= at || cells.get(at).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(cells.get(at)));
        } catch (DateTimeParseException e) {
            throw refused(number, Said.of("forum.line.day", cells.get(at)));
        }
    }

    private static SeatsRefused refused(int line, Said said) {
        return new SeatsRefused("members", Said.of("forum.line", line, said));
    }
}
