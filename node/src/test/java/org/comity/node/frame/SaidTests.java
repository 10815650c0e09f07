package org.comity.node.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SaidTests {

    private final Said sentence =
            Said.of("frame.list", Said.of("frame.list", "PT-2026-0001", 3), Instant.parse("2026-03-01T14:05:00Z"));

    @Test
    void machinesReadItInEnglish() {
        assertThat(sentence.inEnglish()).isEqualTo("PT-2026-0001; 3; 2026-03-01T14:05:00Z");
    }

    @Test
    void aPersonReadsTheSameInTheirLanguage() {
        assertThat(new Words().messageSource().getMessage(sentence, Locale.FRENCH))
                .isEqualTo(sentence.inEnglish());
    }

    @Test
    void severalAreOneList() {
        assertThat(Said.all(List.of(Said.of("frame.skip"))).inEnglish())
                .isEqualTo(Said.of("frame.skip").inEnglish());
        assertThat(Said.all(List.of(Said.of("frame.skip"), Said.of("frame.home"), Said.of("frame.choose")))
                        .inEnglish()
                        .split("; "))
                .hasSize(3);
    }

    @Test
    void whatNoBundleHoldsCannotBeSaid() {
        assertThatThrownBy(() -> Said.of("frame.no-such-sentence").inEnglish())
                .isInstanceOf(MissingResourceException.class);
    }

    @Test
    void aBundleHoldsOnlyItsRoomsWords() throws IOException {
        var messages = Path.of(System.getProperty("comity.root"), "node/src/main/resources/messages");
        try (var bundles = Files.newDirectoryStream(messages, "*.properties")) {
            for (var bundle : bundles) {
                var room = bundle.getFileName().toString().replaceFirst("[-_.].*", "");
                var words = new Properties();
                try (var reader = Files.newBufferedReader(bundle)) {
                    words.load(reader);
                }
                assertThat(words.stringPropertyNames()).as(room).allMatch(key -> key.startsWith(prefixOf(room)));
            }
        }
    }

    /** The pages of the law name their words after it. */
    private static String prefixOf(String room) {
        return room.equals("legislation") ? "law." : room + ".";
    }
}
