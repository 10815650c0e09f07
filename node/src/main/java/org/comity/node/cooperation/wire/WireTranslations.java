package org.comity.node.cooperation.wire;

import java.util.List;
import org.comity.hi1.DocumentObject;
import org.comity.hi1.Language;
import org.comity.hi1.TreatyDocument;
import org.comity.hi1.TreatyTranslation;
import org.comity.node.cooperation.request.FreeText;
import org.comity.node.cooperation.request.PeerMessage;
import org.comity.node.cooperation.request.Rendition;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Translation;

/** The texts of a request in other languages, beside its form. */
final class WireTranslations {

    private WireTranslations() {}

    /** Those that are true of what the request says. */
    static List<TreatyTranslation> of(Request request) {
        return request.translations().current(request.content()).stream()
                .map(WireTranslations::written)
                .toList();
    }

    private static TreatyTranslation written(Translation translation) {
        var it = translation.rendition();
        return new TreatyTranslation(
                translation.text().token(),
                new Language(it.language()),
                it.words(),
                it.made().token(),
                it.by(),
                it.reviewed(),
                it.on());
    }

    /** @throws IllegalArgumentException for a text, or a way to translate, that is not known here */
    static List<PeerMessage.Translated> in(DocumentObject document) {
        return document
                .national()
                .filter(TreatyDocument.class::isInstance)
                .map(TreatyDocument.class::cast)
                .map(TreatyDocument::translations)
                .orElse(List.of())
                .stream()
                .map(WireTranslations::read)
                .toList();
    }

    private static PeerMessage.Translated read(TreatyTranslation it) {
        return new PeerMessage.Translated(
                FreeText.ofToken(it.text())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "\"%s\" is not a text of a request that can be translated.".formatted(it.text()))),
                new Rendition(
                        it.language().value(),
                        it.words(),
                        Rendition.Making.ofToken(it.made())
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "\"%s\" is not a way in which a translation is made.".formatted(it.made()))),
                        it.by(),
                        it.reviewed(),
                        it.on()));
    }
}
