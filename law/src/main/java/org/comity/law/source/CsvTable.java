package org.comity.law.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table of the data set: comma-separated values after RFC 4180 with a header row. */
public final class CsvTable {

    private static final CSVFormat FORM =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private CsvTable() {}

    public static List<CsvRow> read(DataFiles files, String name) {
        return read(files, name, fault -> {
            throw new LawDataException(fault.file(), fault.line(), fault.wrong());
        });
    }

    /** The rows that can be read; what is wrong with the others is told. */
    public static List<CsvRow> read(DataFiles files, String name, Consumer<Fault> faults) {
        int[] line = {1};
        try (Reader reader = files.open(name);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(FORM).get()) {
            List<CsvRow> rows = new ArrayList<>();
            List<String> header = List.of();
            for (CSVRecord fields : parser) {
                if (header.isEmpty()) {
                    header = List.of(fields.values());
                } else if (fields.size() == header.size()) {
                    rows.add(row(name, line[0], header, fields));
                } else {
                    faults.accept(new Fault(
                            name,
                            line[0],
                            "",
                            "the row has " + fields.size() + " fields, the header " + header.size()));
                }
                line[0] = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
            return rows;
        } catch (UncheckedIOException e) {
            faults.accept(new Fault(
                    name, line[0], "", "a quoted cell does not end as it should; write \" inside of one as \"\""));
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** The columns in their order. */
    public static List<String> header(DataFiles files, String name) {
        try (Reader reader = files.open(name);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(FORM).get()) {
            return List.of(parser.iterator().next().values());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static CsvRow row(String name, int line, List<String> header, CSVRecord fields) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), fields.get(i));
        }
        return new CsvRow(name, line, cells);
    }
}
