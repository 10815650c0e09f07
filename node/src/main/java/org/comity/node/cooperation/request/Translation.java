package org.comity.node.cooperation.request;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/**
 * A text of a request in another language.
 *
 * @param of the text as it was when it was translated
 * @param attachedBy empty when it came with the request
 * @param removed somebody took it off; it can be put back
 */
@RecordBuilder
public record Translation(
        FreeText text, String of, Rendition rendition, Optional<Request.Signatory> attachedBy, boolean removed)
        implements TranslationBuilder.With {

    /** How it stands beside what the request says now. */
    public enum Standing {
        CURRENT,
        /** The text was changed after it was translated; it is not printed. */
        STALE,
        REMOVED
    }

    public String language() {
        return rendition.language();
    }

    public Standing standing(RequestContent content) {
        if (removed) {
            return Standing.REMOVED;
        }
        return of.strip().equals(text.in(content).strip()) ? Standing.CURRENT : Standing.STALE;
    }

    boolean is(FreeText wanted, String language) {
        return text == wanted && language().equals(language);
    }
}
