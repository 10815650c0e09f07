package org.comity.law.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.law.LawBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTextTest {

    @TempDir
    Path folder;

    /** So that a refresh changes the lines of the facts that changed, and no others. */
    @Test
    void everyFileOfTheDataSetStandsInTheFormInWhichItIsWritten() throws IOException, URISyntaxException {
        Path data = Path.of(LawBase.class.getResource("data").toURI());
        for (String part : List.of("instruments", "national")) {
            try (Stream<Path> files = Files.list(data.resolve(part))) {
                for (Path file : files.toList()) {
                    String name = part + "/" + file.getFileName();
                    assertThat(rewritten(data, name)).as(name).isEqualTo(withoutComments(file));
                }
            }
        }
    }

    private static String withoutComments(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?m)^ *#.*\n", "");
    }

    @SuppressWarnings("unchecked")
    private static String rewritten(Path data, String name) {
        return YamlText.write(
                (Map<String, Object>) YamlTree.read(DataFiles.in(data), name).plain());
    }

    @Test
    void whatIsWrittenIsReadAgainAsTheSame() throws IOException {
        Map<String, Object> awkward = Map.of(
                "a",
                        List.of(
                                "yes",
                                "1",
                                "1e5",
                                "- x",
                                "x: y",
                                "it's",
                                " padded ",
                                "a #b",
                                "NO",
                                "2026-01-31",
                                "#",
                                "a:"),
                "b", "two\nlines \"quoted\"",
                "c", Map.of("n", 7, "t", true, "e", List.of(), "long", "word ".repeat(60) + "end"),
                "d", List.of(Map.of("k", "", "l", List.of("x,y", "[z]"))));
        Files.writeString(folder.resolve("a.yaml"), YamlText.write(awkward));
        assertThat(YamlTree.read(DataFiles.in(folder), "a.yaml").plain()).isEqualTo(awkward);
    }
}
