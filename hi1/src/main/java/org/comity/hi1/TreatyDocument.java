package org.comity.hi1;

import java.util.Optional;
import java.util.UUID;

/** Which form a document is, in which language, and of which document it is a translation. */
public record TreatyDocument(CountryCode country, String form, Language language, Optional<UUID> translationOf)
        implements NationalDocumentParameters {

    public TreatyDocument {
        Token.check("form", form);
    }
}
