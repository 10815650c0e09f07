package org.comity.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.comity.law.source.CsvRow;
import org.comity.law.source.Fault;
import org.comity.law.source.LawDataException;
import org.comity.law.source.Located;

/** The cells of one row, read one by one so that all faults are found and not only the first. */
final class Cells {

    private final CsvRow row;
    private final List<Fault> faults = new ArrayList<>();

    Cells(CsvRow row) {
        this.row = row;
    }

    /** The cell read; empty where it holds nothing, or nothing that can be read. */
    <T> Optional<T> find(String column, Function<Located, T> reading) {
        String text = row.cells().getOrDefault(column, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(new Located(text, row.file(), row.line())));
        } catch (LawDataException fault) {
            fault(column, fault.fault());
            return Optional.empty();
        }
    }

    /** The cell of a fact that every row must have. */
    <T> Optional<T> need(String column, Function<Located, T> reading) {
        if (text(column).isEmpty()) {
            fault(column, "this must not be empty");
            return Optional.empty();
        }
        return find(column, reading);
    }

    Optional<String> needText(String column) {
        return need(column, Located::text);
    }

    Optional<String> text(String column) {
        return find(column, Located::text);
    }

    Optional<LocalDate> date(String column) {
        return find(column, Located::date);
    }

    List<String> list(String column) {
        return find(
                        column,
                        cell -> cell.parts().stream()
                                .map(part -> part.text().strip())
                                .toList())
                .orElse(List.of());
    }

    /** An address, or a citation of a source that has none. */
    Optional<String> source() {
        return need("source", cell -> {
            if (cell.text().startsWith("http") && !isAddress(cell.text())) {
                throw cell.fault("“" + cell.text() + "” is not an address; write it as https://host/path");
            }
            if (cell.text().length() < 4) {
                throw cell.fault(
                        "“" + cell.text() + "” cites nothing; give the address or the gazette, number and date");
            }
            return cell.text();
        });
    }

    Optional<String> address(String column) {
        return find(column, cell -> {
            if (!isAddress(cell.text())) {
                throw cell.fault("“" + cell.text() + "” is not an address; write it as https://host/path");
            }
            return cell.text();
        });
    }

    private static boolean isAddress(String text) {
        return text.matches("https?://[^\\s/]+\\S*( .*)?");
    }

    /** An institution: no person, number or mailbox. */
    Optional<String> institution() {
        return need("institution", cell -> {
            if (cell.text().contains("@")
                    || cell.text().replaceAll("[ ()/.-]", "").matches(".*\\+?\\d{6,}.*")) {
                throw cell.fault("name the institution only; no person, number or mailbox belongs here");
            }
            return cell.text();
        });
    }

    void fault(String column, String wrong) {
        faults.add(new Fault(row.file(), row.line(), column, wrong));
    }

    void inOrder(Optional<LocalDate> first, Optional<LocalDate> then, String column, String later, String earlier) {
        if (first.isPresent() && then.filter(first.get()::isAfter).isPresent()) {
            fault(
                    column,
                    "the " + later + " (" + then.get() + ") lies before the " + earlier + " (" + first.get() + ")");
        }
    }

    /** The change, if no cell is at fault; otherwise every fault is told. */
    <T> Optional<T> whole(Function<Cells, T> made, Consumer<Fault> told) {
        if (faults.isEmpty()) {
            return Optional.of(made.apply(this));
        }
        faults.forEach(told);
        return Optional.empty();
    }
}
