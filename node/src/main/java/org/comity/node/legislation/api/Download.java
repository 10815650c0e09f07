package org.comity.node.legislation.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comity.law.Export;
import org.comity.law.LawBase;
import org.comity.law.cli.Answers;
import org.comity.law.cli.Json;
import org.comity.law.source.YamlText;
import org.jspecify.annotations.Nullable;

/** The whole base in one file: one document as JSON or YAML, or a folder of tables. Written as it is read. */
final class Download {

    private static final long NO_TIME = 0;

    private final LawBase law;
    private final Edition edition;
    private final Export export;

    Download(LawBase law, Edition edition) {
        this.law = law;
        this.edition = edition;
        this.export = Export.of(law);
    }

    /** Such as {@code comity-law-2026.11-0123456789abcdef.json}. */
    static String name(Edition edition, Form form) {
        return "comity-law-" + edition.version() + "-" + edition.fingerprint() + "."
                + switch (form) {
                    case JSON -> "json";
                    case YAML -> "yaml";
                    case CSV -> "zip";
                };
    }

    void write(Form form, OutputStream out) throws IOException {
        switch (form) {
            case JSON -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                Json.write(whole(), writer);
                writer.flush();
            }
            case YAML -> out.write(YamlText.write(whole()).getBytes(StandardCharsets.UTF_8));
            case CSV -> tables(out);
        }
    }

    private SequencedMap<String, @Nullable Object> whole() {
        SequencedMap<String, @Nullable Object> whole = new LinkedHashMap<>(head().cells());
        export.tables()
                .forEach(table -> whole.put(
                        table.name(),
                        table.rows().stream().map(Export.Row::cells).toList()));
        return whole;
    }

    private Export.Row head() {
        return export.head().with("fingerprint", edition.fingerprint());
    }

    /** Files without a time, so that the same law gives the same bytes. */
    private void tables(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        file(zip, "README.txt", readme());
        file(zip, "dataset.csv", table(List.of(head())));
        for (Export.Table table : export.tables()) {
            file(zip, table.name() + ".csv", table(table.rows()));
        }
        zip.finish();
    }

    private static void file(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String table(List<Export.Row> rows) {
        return rows.isEmpty()
                ? ""
                : Answers.table(List.copyOf(rows.getFirst().cells().keySet()), rows)
                        .write();
    }

    private String readme() {
        return """
                Comity open data set of law on cybercrime and electronic evidence

                Version      %s
                Date         %s
                Fingerprint  %s
                Licence      %s, https://spdx.org/licenses/%s.html

                One table a file, UTF-8, one fact a row, each with source, date and basis. Lists in a cell are parted
                by bars. "recalled" was not looked up: check it before any use with legal effect. A working aid, not a
                register: the depositaries' own pages prevail.
                """.formatted(law.version(), law.asOf(), edition.fingerprint(), law.licence(), law.licence());
    }
}
