package org.comity.law.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the files of a data set lie: in a folder, or beside a class on the class path. */
public interface DataFiles {

    /** The file of this name, if there is one. The caller closes it. */
    Optional<Reader> find(String name);

    default boolean has(String name) {
        Optional<Reader> found = find(name);
        found.ifPresent(reader -> {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close " + name, e);
            }
        });
        return found.isPresent();
    }

    default Reader open(String name) {
        return find(name).orElseThrow(() -> new LawDataException(name, 1, "the file is missing from the data set"));
    }

    /** The whole text of a file. */
    default String text(String name) {
        try (Reader reader = open(name)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** The files of several places; the first that has a file gives it. */
    static DataFiles firstOf(List<DataFiles> places) {
        return name -> places.stream()
                .map(place -> place.find(name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static DataFiles beside(Class<?> owner, String folder) {
        return name -> {
            InputStream in = owner.getResourceAsStream(folder + "/" + name);
            return in == null
                    ? Optional.empty()
                    : Optional.of(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        };
    }

    static DataFiles in(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Files.newBufferedReader(file));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        };
    }
}
