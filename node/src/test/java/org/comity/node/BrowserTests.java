package org.comity.node;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.comity.node.Browser.View;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tests of pages rely on: that a bad page is found. */
class BrowserTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>       | image-alt
            <p style='color: #999; background: #fff'>hard to read</p>    | color-contrast
            <p style='width: 4000px'>far too wide</p>                     | pixels cut off
            <script>console.error('broken')</script>                      | broken
            <p id='again'>one</p><p id='again'>two</p>                    | again
            <script>document.title = ' · Node'</script>                   | the title of
            <script>document.title = 'null · Node'</script>               | the title of
            """)
    void aFaultyPageDoesNotPass(String fault, String told) {
        try (var browser = Browser.of("http://localhost");
                var visit = browser.visit(View.DESK)) {
            visit.page()
                    .setContent("<!doctype html><html lang=en><title>Page · Node</title><main><h1>Page</h1>" + fault
                            + "</main></html>");

            assertThatThrownBy(visit::check).isInstanceOf(AssertionError.class).hasMessageContaining(told);
        }
    }
}
