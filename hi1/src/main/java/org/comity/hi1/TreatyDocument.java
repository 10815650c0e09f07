package org.comity.hi1;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which form a document is, in which language, and of which document it is a translation.
 *
 * @param ground of a document that tells of a step: what the step rests on
 * @param translations of what people wrote freely in it
 */
public record TreatyDocument(
        CountryCode country,
        String form,
        Language language,
        Optional<UUID> translationOf,
        Optional<Provision> ground,
        List<TreatyTranslation> translations)
        implements NationalDocumentParameters {

    public TreatyDocument {
        Token.check("form", form);
        translations = List.copyOf(translations);
    }

    public static TreatyDocument of(CountryCode country, String form, Language language) {
        return new TreatyDocument(country, form, language, Optional.empty(), Optional.empty(), List.of());
    }

    public TreatyDocument resting(Optional<Provision> on) {
        return new TreatyDocument(country, form, language, translationOf, on, translations);
    }

    public TreatyDocument translated(List<TreatyTranslation> into) {
        return new TreatyDocument(country, form, language, translationOf, ground, into);
    }
}
