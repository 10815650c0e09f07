package org.comity.node.documents;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a mail says before its documents, in the words of the phrase tables. */
public final class CoverPhrases {

    private static final String STANDARD = "ETSI TS 103 120";

    private CoverPhrases() {}

    /**
     * @param organisation that sends
     * @param party its id
     * @param reference to be kept in the subject
     * @param machineReadable name of the file that holds the same content for machines
     */
    public static String in(
            FormLanguage language,
            boolean exercise,
            String organisation,
            String party,
            String reference,
            String machineReadable) {
        var words = new PhraseTable(language);
        return Stream.of(
                        exercise ? words.text("cover.exercise") : "",
                        words.text("cover.sends", organisation, party),
                        words.text("cover.machines", machineReadable, STANDARD),
                        words.text("cover.answer", reference),
                        words.text("cover.unexpected"),
                        words.isReviewed() ? "" : words.text("draft-translation"))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
