package org.comity.node.forum.meeting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A register of a meeting as a secretariat types it: a line an entry, columns apart by a bar, one list apart by semicolons.
 * What {@link #write} wrote, {@link #read} reads as the same register.
 */
public enum Register {
    AGENDA(2, 3, Meeting::agenda, Meeting::withAgenda, Register::agendaLine, Register::agendaItem),
    SITTINGS(3, 5, Meeting::sittings, Meeting::withSittings, Register::sittingLine, Register::sitting),
    DOCUMENTS(2, 4, Meeting::documents, Meeting::withDocuments, Register::documentLine, Register::document),
    PARTICIPANTS(
            1, 3, Meeting::participants, Meeting::withParticipants, Register::participantLine, Register::participant),
    SPEAKERS(2, 7, Meeting::speakers, Meeting::withSpeakers, Register::speakerLine, Register::speaker),
    STATEMENTS(5, 5, Meeting::statements, Meeting::withStatements, Register::statementLine, Register::statement),
    PANELS(4, 4, Meeting::panels, Meeting::withPanels, Register::panelLine, Register::panel),
    POINTS(4, 4, Meeting::points, Meeting::withPoints, Register::pointLine, Register::point);

    private final int least;
    private final int most;
    private final Shelf<?> shelf;

    <T> Register(
            int least,
            int most,
            Function<Meeting, List<T>> get,
            BiFunction<Meeting, List<T>, Meeting> put,
            Function<T, List<String>> write,
            BiFunction<List<String>, Meeting, T> read) {
        this.least = least;
        this.most = most;
        this.shelf = new Shelf<>(get, put, write, read);
    }

    private record Shelf<T>(
            Function<Meeting, List<T>> get,
            BiFunction<Meeting, List<T>, Meeting> put,
            Function<T, List<String>> write,
            BiFunction<List<String>, Meeting, T> read) {

        String text(Meeting meeting) {
            return get.apply(meeting).stream()
                    .map(write)
                    .map(cells -> String.join(" | ", cells).stripTrailing())
                    .collect(Collectors.joining("\n"));
        }

        Meeting filled(Meeting meeting, List<List<String>> lines) {
            return put.apply(
                    meeting,
                    lines.stream().map(cells -> read.apply(cells, meeting)).toList());
        }
    }

    /** A register as read: the meeting with it, or what is wrong. */
    public record Outcome(Optional<Meeting> meeting, List<LineFault> faults) {}

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String key;
        private final String found;

        Unreadable(String key, String found) {
            super(key);
            this.key = key;
            this.found = found;
        }
    }

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Register> of(String token) {
        return Arrays.stream(values()).filter(it -> it.token().equals(token)).findFirst();
    }

    public int size(Meeting meeting) {
        return shelf.get().apply(meeting).size();
    }

    public String write(Meeting meeting) {
        return shelf.text(meeting);
    }

    /** Replaces the register by what the text says, all of it or nothing. */
    public Outcome read(Meeting meeting, String text) {
        var faults = new ArrayList<LineFault>();
        var lines = new ArrayList<List<String>>();
        var raw = text.lines().toList();
        for (int at = 0; at < raw.size(); at++) {
            if (raw.get(at).isBlank()) {
                continue;
            }
            var cells = cells(raw.get(at));
            if (cells.size() < least) {
                faults.add(
                        new LineFault(at + 1, "forum.line.columns", raw.get(at).strip()));
                continue;
            }
            try {
                shelf.filled(meeting, List.of(cells));
                lines.add(cells);
            } catch (Unreadable unreadable) {
                faults.add(new LineFault(at + 1, unreadable.key, unreadable.found));
            }
        }
        return new Outcome(
                faults.isEmpty() ? Optional.of(shelf.filled(meeting, lines)) : Optional.empty(), List.copyOf(faults));
    }

    /** The last column may hold bars of its own. */
    private List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", most)).map(String::strip).toList();
    }

    private static String cell(List<String> cells, int at) {
        return at < cells.size() ? cells.get(at) : "";
    }

    private static List<String> several(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining("; "));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String cell, E otherwise) {
        if (cell.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.name().equalsIgnoreCase(cell.replace('-', '_').replace(' ', '_')))
                .findFirst()
                .orElseThrow(() -> new Unreadable("forum.line.word", cell));
    }

    private static String token(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LocalDate day(String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            throw new Unreadable("forum.line.day", cell);
        }
    }

    private static Party party(String cell) {
        return Party.of(cell).orElseThrow(() -> new Unreadable("forum.line.party", cell));
    }

    private static boolean yes(String cell, boolean otherwise) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "" -> otherwise;
            case "yes" -> true;
            case "no" -> false;
            default -> throw new Unreadable("forum.line.yes", cell);
        };
    }

    private static String known(String item, Meeting meeting) {
        if (!item.isEmpty() && meeting.item(item).isEmpty()) {
            throw new Unreadable("forum.line.item", item);
        }
        return item;
    }

    private static List<String> agendaLine(AgendaItem item) {
        return List.of(item.number(), item.title(), item.outcome());
    }

    /** The clock of an item that stays is kept. */
    private static AgendaItem agendaItem(List<String> cells, Meeting meeting) {
        if (!cells.getFirst().matches("\\d{1,2}(\\([a-z]\\))?")) {
            throw new Unreadable("forum.line.number", cells.getFirst());
        }
        var before = meeting.item(cells.getFirst());
        return new AgendaItem(
                cells.getFirst(),
                cells.get(1),
                cell(cells, 2),
                before.flatMap(AgendaItem::openedAt),
                before.flatMap(AgendaItem::closedAt));
    }

    private static List<String> sittingLine(Sitting sitting) {
        return List.of(
                String.valueOf(sitting.number()),
                sitting.day().toString(),
                joined(sitting.items()),
                sitting.presided(),
                sitting.confirmed() ? "yes" : "no");
    }

    private static Sitting sitting(List<String> cells, Meeting meeting) {
        if (!cells.getFirst().matches("\\d{1,3}")) {
            throw new Unreadable("forum.line.number", cells.getFirst());
        }
        return new Sitting(
                Integer.parseInt(cells.getFirst()),
                day(cells.get(1)),
                several(cells.get(2)).stream().map(item -> known(item, meeting)).toList(),
                cell(cells, 3),
                yes(cell(cells, 4), true));
    }

    private static List<String> documentLine(MeetingDocument document) {
        return List.of(
                document.symbol(), document.title(), token(document.distribution()), joined(document.languages()));
    }

    private static MeetingDocument document(List<String> cells, Meeting meeting) {
        var symbol = Symbol.of(cells.getFirst());
        var languages = several(cell(cells, 3));
        languages.stream().filter(it -> !it.matches("[a-z]{2}")).findFirst().ifPresent(it -> {
            throw new Unreadable("forum.line.language", it);
        });
        return new MeetingDocument(
                cells.getFirst(),
                cells.get(1),
                word(
                        Distribution.class,
                        cell(cells, 2),
                        symbol.map(Symbol::distribution).orElse(Distribution.GENERAL)),
                languages.isEmpty() ? List.of("en") : languages);
    }

    private static List<String> participantLine(Participant participant) {
        return List.of(
                participant.party().toString(),
                token(participant.credentials()),
                participant.attended() ? "yes" : "no");
    }

    private static Participant participant(List<String> cells, Meeting meeting) {
        return new Participant(
                party(cells.getFirst()),
                word(Participant.Credentials.class, cell(cells, 1), Participant.Credentials.MISSING),
                yes(cell(cells, 2), true));
    }

    private static List<String> speakerLine(Speaker speaker) {
        return List.of(
                speaker.item(),
                speaker.party().toString(),
                token(speaker.kind()),
                speaker.group(),
                joined(speaker.aligned()),
                token(speaker.standing()),
                speaker.remote() ? "remote" : "");
    }

    /** The moment at which an entry became what it is stays with it while the entry stays. */
    private static Speaker speaker(List<String> cells, Meeting meeting) {
        var read = new Speaker(
                known(cells.getFirst(), meeting),
                party(cells.get(1)),
                word(Speaker.Kind.class, cell(cells, 2), Speaker.Kind.STATEMENT),
                cell(cells, 3),
                several(cell(cells, 4)),
                cell(cells, 6).equalsIgnoreCase("remote"),
                word(Speaker.Standing.class, cell(cells, 5), Speaker.Standing.INSCRIBED),
                Optional.empty());
        return IntStream.range(0, meeting.speakers().size())
                .mapToObj(meeting.speakers()::get)
                .filter(old -> old.at().isPresent() && speakerLine(old).equals(speakerLine(read)))
                .findFirst()
                .orElse(read);
    }

    private static List<String> statementLine(Statement statement) {
        return List.of(
                statement.item(),
                statement.party().toString(),
                token(statement.distribution()),
                statement.language(),
                statement.text());
    }

    private static Statement statement(List<String> cells, Meeting meeting) {
        return new Statement(
                known(cells.getFirst(), meeting),
                party(cells.get(1)),
                word(Distribution.class, cells.get(2), Distribution.RESTRICTED),
                cells.get(3).isEmpty() ? "en" : cells.get(3),
                cells.get(4));
    }

    private static List<String> panelLine(Panel panel) {
        return List.of(panel.item(), panel.theme(), panel.moderator(), joined(panel.panellists()));
    }

    private static Panel panel(List<String> cells, Meeting meeting) {
        return new Panel(known(cells.getFirst(), meeting), cells.get(1), cells.get(2), several(cells.get(3)));
    }

    private static List<String> pointLine(Point point) {
        return List.of(point.item(), point.heading(), joined(point.holders()), point.text());
    }

    private static Point point(List<String> cells, Meeting meeting) {
        return new Point(
                known(cells.getFirst(), meeting),
                cells.get(1),
                several(cells.get(2)).stream().map(Register::party).toList(),
                cells.get(3));
    }
}
