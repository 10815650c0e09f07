package org.comity.node.documents;

import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.springframework.stereotype.Component;

/** The preservation form of a request in English, as it travels and as it is shown. */
@Component
public class RequestForm {

    private final Rendering rendering = new Rendering();

    RequestForm() {}

    public RenderedForm render(PreservationForm form) {
        return rendering.html(form.asForm(), Reading.in(FormLanguage.ENGLISH));
    }

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
