package org.comity.node.cooperation;

import java.util.Map;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Translation;
import org.comity.node.identity.Person;
import org.comity.node.journal.Journaled;

/** A translation was attached, replaced, taken off or put back; what it says is committed to with the rest. */
public record TranslationStep(String subject, String what, String actor, Map<String, Object> details)
        implements Journaled {

    static TranslationStep of(String what, Request request, Translation it, Person by) {
        var rendition = it.rendition();
        return new TranslationStep(
                "request:" + request.id(),
                "translation-" + what,
                by.name(),
                Map.of(
                        "text",
                        it.text().token(),
                        "language",
                        rendition.language(),
                        "of",
                        it.of(),
                        "words",
                        rendition.words(),
                        "made",
                        rendition.made().token(),
                        "by",
                        rendition.by(),
                        "reviewed",
                        rendition.reviewed(),
                        "on",
                        rendition.on().toString()));
    }
}
