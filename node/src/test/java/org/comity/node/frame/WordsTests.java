package org.comity.node.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class WordsTests {

    /** Keys written whole: {@code #{room.key}} or {@code #{room.key(argument)}}; computed ones are left to page tests. */
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.-]*)[}(]");

    @Test
    void everyWordThatATemplateAsksForIsInABundle() throws IOException {
        var words = (AbstractMessageSource) new Words().messageSource();

        assertThat(keysOfTemplates())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(words.getMessage(key, null, "", Locale.ENGLISH))
                        .as(key)
                        .isNotEmpty());
    }

    @Test
    void arabicRunsFromRightToLeft() {
        assertThat(Frame.directionOf(Locale.of("ar"))).isEqualTo("rtl");
        assertThat(Frame.directionOf(Locale.FRENCH)).isEqualTo("ltr");
    }

    private static Set<String> keysOfTemplates() throws IOException {
        var keys = new TreeSet<String>();
        Resource[] templates = new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html");
        assertThat(Arrays.stream(templates)).isNotEmpty();
        for (Resource template : templates) {
            var found = KEY.matcher(template.getContentAsString(StandardCharsets.UTF_8));
            while (found.find()) {
                keys.add(found.group(1));
            }
        }
        return keys;
    }
}
