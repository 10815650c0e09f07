package org.comity.node.documents;

import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/**
 * A form as it is sent and shown.
 *
 * @param language ISO 639-1
 * @param html a whole page that needs nothing beside itself
 * @param text the same for where no page can be shown
 */
public record RenderedForm(String title, String language, String html, String text) {

    /** A form from outside, reduced to what can be shown: headings, paragraphs, lists and tables, nothing active. */
    public static String harmless(String html) {
        return Jsoup.clean(
                html,
                Safelist.relaxed()
                        .removeTags("img", "a")
                        .addAttributes(":all", "lang", "dir")
                        .preserveRelativeLinks(false));
    }
}
