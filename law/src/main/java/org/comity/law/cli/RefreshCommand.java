package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.law.refresh.Difference;
import org.comity.law.refresh.Difference.Kind;
import org.comity.law.refresh.Refresh;
import org.comity.law.source.LawDataException;

/** {@code law refresh --from FOLDER [--from FOLDER] [--dry-run]}: takes incoming facts into the data set. */
final class RefreshCommand implements Command {

    private static final String DATA = "law/src/main/resources/org/comity/law/data";
    private static final List<String> INCOMING =
            List.of("states.csv", "status.csv", "declarations.csv", "authorities.csv", "instruments.yaml");
    private static final int CELL = 300;

    private final Clock clock;

    RefreshCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Typed typed = Typed.of(
                        arguments, List.of("--from", "--data", "--as-of"), List.of("--dry-run", "--json", "--csv"))
                .withoutWords();
        Form form = Form.of(typed);
        typed.need("--from");
        List<Path> from = typed.values().getOrDefault("--from", List.of()).stream()
                .map(RefreshCommand::folder)
                .toList();
        Path data = typed.value("--data").map(RefreshCommand::folder).orElseGet(RefreshCommand::shipped);
        LocalDate today =
                typed.value("--as-of").map(text -> Asked.day(text, "--as-of")).orElseGet(() -> LocalDate.now(clock));
        if (from.stream().noneMatch(RefreshCommand::holdsFacts)) {
            throw new NotUnderstoodException("Nothing to take in: "
                    + from.stream().map(Path::toString).collect(Collectors.joining(", ")) + " holds none of "
                    + String.join(", ", INCOMING) + " and law/xx.yaml.");
        }
        Refresh refresh = Refresh.of(from, data, today);
        if (!refresh.faults().isEmpty()) {
            refresh.faults().stream().map(LawDataException::getMessage).forEach(err::println);
            err.println(refresh.faults().size() + " faults; nothing was written.");
            return FAILED;
        }
        if (!typed.has("--dry-run")) {
            refresh.write();
        }
        out.print(form.write(() -> text(refresh, typed.has("--dry-run")), () -> json(refresh), () -> csv(refresh)));
        return ANSWERED;
    }

    private static Path folder(String text) {
        Path folder = Path.of(text);
        if (!Files.isDirectory(folder)) {
            throw new NotUnderstoodException("There is no folder " + text + ".");
        }
        return folder;
    }

    private static boolean holdsFacts(Path folder) {
        return INCOMING.stream().map(folder::resolve).anyMatch(Files::isRegularFile)
                || Files.isDirectory(folder.resolve("law"));
    }

    /** The data set in the source tree, which the script {@code comity} knows. */
    private static Path shipped() {
        return Optional.ofNullable(System.getProperty("comity.root"))
                .map(root -> folder(root + "/" + DATA))
                .orElseThrow(() -> new NotUnderstoodException("Name the folder of the data set with --data."));
    }

    private static String text(Refresh refresh, boolean dry) {
        StringBuilder text = new StringBuilder();
        Map<String, List<Difference>> byFile = refresh.differences().stream()
                .collect(Collectors.groupingBy(Difference::file, LinkedHashMap::new, Collectors.toList()));
        byFile.forEach((file, differences) -> {
            text.append(file).append(counts(differences)).append('\n');
            differences.forEach(d -> text.append("  ").append(line(d)).append('\n'));
        });
        if (refresh.differences().isEmpty()) {
            text.append("Nothing differs from what was looked at before.\n");
        } else {
            text.append(byFile.size())
                    .append(" files")
                    .append(counts(refresh.differences()))
                    .append(dry ? "; nothing was written\n" : "\n");
        }
        return text.toString();
    }

    private static String counts(List<Difference> differences) {
        StringBuilder counts = new StringBuilder();
        for (Kind kind : Kind.values()) {
            long count = differences.stream().filter(d -> d.kind() == kind).count();
            if (count > 0) {
                counts.append(counts.isEmpty() ? ": " : ", ")
                        .append(count)
                        .append(' ')
                        .append(word(kind));
            }
        }
        return counts.toString();
    }

    private static String line(Difference d) {
        String place = d.field().isEmpty() ? d.fact() : d.fact() + "  " + d.field();
        return switch (d.kind()) {
            case ADDED -> "+ " + place + "  " + Facts.clipped(d.incoming(), CELL);
            case REMOVED -> "- " + place + "  " + Facts.clipped(d.ours(), CELL);
            case CHANGED -> "~ " + place + ": " + said(d.ours()) + " → " + said(d.incoming());
            case KEPT -> "= " + place + ": kept ours " + said(d.ours()) + ", incoming differs " + said(d.incoming());
        };
    }

    private static String said(String text) {
        return text.isEmpty() ? "(nothing)" : Facts.clipped(text, CELL);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Object json(Refresh refresh) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            counts.put(
                    word(kind),
                    refresh.differences().stream().filter(d -> d.kind() == kind).count());
        }
        return object(
                "counts",
                counts,
                "files",
                refresh.changedFiles(),
                "differences",
                refresh.differences().stream()
                        .map(d -> object(
                                "kind", word(d.kind()),
                                "file", d.file(),
                                "fact", d.fact(),
                                "field", d.field(),
                                "ours", d.ours(),
                                "incoming", d.incoming()))
                        .toList());
    }

    private static Csv csv(Refresh refresh) {
        Csv csv = Csv.of("kind", "file", "fact", "field", "ours", "incoming");
        refresh.differences()
                .forEach(d -> csv.row(word(d.kind()), d.file(), d.fact(), d.field(), d.ours(), d.incoming()));
        return csv;
    }
}
