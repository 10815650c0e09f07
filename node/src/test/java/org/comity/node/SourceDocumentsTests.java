package org.comity.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** {@code docs/source-documents.md} says of each thing that the source documents name where it is done; this reads it. */
@NodeTest
class SourceDocumentsTests {

    private static final int ROWS = 69;
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9]+) \\|(.+)$");
    private static final Pattern ADDRESS = Pattern.compile("`(/[a-z0-9/{}-]+)`");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final List<MatchResult> rows = ROW.matcher(page()).results().toList();

    @Test
    void eachNumberStandsOnceAndInOrder() {
        assertThat(rows)
                .extracting(row -> Integer.parseInt(row.group(1)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ROWS).boxed().toList());
        assertThat(rows).noneSatisfy(row -> assertThat(row.group(2)).containsIgnoringCase("not yet"));
    }

    @Test
    void eachAddressIsOneThatTheNodeAnswers() {
        var answered = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPathPatternsCondition().getPatterns().stream())
                .toList();

        assertThat(named())
                .hasSizeGreaterThan(20)
                .allSatisfy(address -> assertThat(answered)
                        .anyMatch(pattern -> pattern.getPatternString().equals(address)
                                || pattern.matches(PathContainer.parsePath(address.replaceAll("\\{[^/]*}", "2")))));
    }

    private Set<String> named() {
        return rows.stream()
                .flatMap(row -> ADDRESS.matcher(row.group(2)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page() {
        try {
            return Files.readString(Path.of(System.getProperty("comity.root"), "docs", "source-documents.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
