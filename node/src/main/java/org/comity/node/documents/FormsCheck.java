package org.comity.node.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.comity.node.checkup.Check;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Subject;
import org.comity.node.frame.Said;
import org.springframework.stereotype.Component;

/** Each form is drawn in each language; one of them on paper too, with the fonts of each script. */
@Component
class FormsCheck implements Check {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Rendering rendering;

    FormsCheck(Rendering rendering) {
        this.rendering = rendering;
    }

    @Override
    public Subject subject() {
        return Subject.FORMS;
    }

    @Override
    public List<Finding> look() {
        var empty = new ArrayList<Finding>();
        for (var language : FormLanguage.values()) {
            for (var kind : FormKind.values()) {
                if (!isDrawn(kind, language)) {
                    empty.add(Finding.failed(
                            Said.of("checkup.forms.empty", kind.token(), language.code()),
                            Said.of("checkup.forms.empty.to-do")));
                }
            }
        }
        return empty.isEmpty()
                ? List.of(Finding.well(Said.of(
                        "checkup.forms.well",
                        Integer.toString(FormKind.values().length),
                        Integer.toString(FormLanguage.values().length))))
                : empty;
    }

    private boolean isDrawn(FormKind kind, FormLanguage language) {
        var blank = Form.blank(kind, FormLanguage.ENGLISH.code());
        var reading = Reading.in(language);
        var page = rendering.html(blank, reading);
        boolean onScreen =
                !page.title().isBlank() && page.text().length() > page.title().length();
        return onScreen
                && (kind != FormKind.PRESERVATION
                        || begins(rendering.pdf(blank, reading), PDF) && begins(rendering.docx(blank, reading), ZIP));
    }

    private static boolean begins(byte[] file, byte[] with) {
        return Arrays.equals(Arrays.copyOf(file, with.length), with);
    }
}
