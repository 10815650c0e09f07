package org.comity.law.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.comity.law.Export;
import org.comity.law.LawBase;
import org.comity.law.LawFolder;
import org.comity.law.source.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * {@code law export [--format csv|json|yaml|folder] [--to FOLDER]}: the whole data set with its licence and version. A
 * folder is in the form that {@link LawBase#load(Path)} reads back.
 */
final class ExportCommand implements Command {

    private static final List<String> FORMATS = List.of("csv", "json", "yaml", "folder");

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Typed typed =
                Typed.of(arguments, List.of("--format", "--to"), Form.OPTIONS).withoutWords();
        String format = Asked.oneOf(format(typed), FORMATS, "format");
        LawBase law = LawBase.load();
        Map<String, String> files =
                format.equals("folder") ? LawFolder.of(law) : files(Export.of(law), format, law.version());
        if (typed.value("--to").isPresent()) {
            Path folder = Path.of(typed.need("--to"));
            files.forEach((name, text) -> write(folder.resolve(name), text));
            out.println(files.size() + " files in " + folder
                    + (format.equals("folder") ? "" : ": " + String.join(", ", files.keySet())));
        } else if (files.size() > 1) {
            throw new NotUnderstoodException("That is more than one file: name a folder with --to.");
        } else {
            files.values().forEach(out::print);
        }
        return ANSWERED;
    }

    private static String format(Typed typed) {
        return typed.value("--format").orElse(typed.has("--csv") ? "csv" : "json");
    }

    private static Map<String, String> files(Export export, String format, String version) {
        Map<String, String> files = new LinkedHashMap<>();
        if (format.equals("csv")) {
            files.put("dataset.csv", table(List.of(export.head())));
            export.tables().forEach(table -> files.put(table.name() + ".csv", table(table.rows())));
            return files;
        }
        SequencedMap<String, @Nullable Object> whole =
                new LinkedHashMap<>(export.head().cells());
        export.tables()
                .forEach(table -> whole.put(
                        table.name(),
                        table.rows().stream().map(Export.Row::cells).toList()));
        files.put(
                "comity-law-" + version + "." + format,
                format.equals("json") ? Json.write(whole) : YamlText.write(whole));
        return files;
    }

    private static String table(List<Export.Row> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        Csv csv = Csv.of(rows.getFirst().cells().keySet().toArray(String[]::new));
        rows.forEach(row ->
                csv.row(row.cells().values().stream().map(ExportCommand::cell).toArray()));
        return csv.write();
    }

    static @Nullable Object cell(@Nullable Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("|"))
                : value;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
