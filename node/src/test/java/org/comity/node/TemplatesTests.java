package org.comity.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What every page's source keeps to. */
class TemplatesTests {

    private static final Path TEMPLATES =
            Path.of(System.getProperty("comity.root"), "node", "src", "main", "resources", "templates");

    /** The engine lays a part in before it looks at the other attributes of the element. */
    @Test
    void aPartIsLaidInByAnElementOfItsOwnSinceConditionsAndLoopsBesideItComeTooLate() throws IOException {
        assertThat(elements().filter(TemplatesTests::laysIn).filter(TemplatesTests::decides))
                .isEmpty();
        assertThat(elements().filter(TemplatesTests::laysIn))
                .as("parts that are laid in")
                .hasSizeGreaterThan(100);
    }

    private static boolean laysIn(Element element) {
        return element.hasAttr("th:replace") || element.hasAttr("th:insert");
    }

    private static boolean decides(Element element) {
        return Stream.of("th:if", "th:unless", "th:each", "th:with", "th:switch", "th:case")
                .anyMatch(element::hasAttr);
    }

    private static Stream<Element> elements() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            List<Path> pages =
                    files.filter(it -> it.toString().endsWith(".html")).toList();
            assertThat(pages).hasSizeGreaterThan(100);
            return pages.stream()
                    .flatMap(page ->
                            Jsoup.parse(read(page), page.toString(), Parser.xmlParser()).getAllElements().stream());
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
