package org.comity.node.cooperation.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.comity.node.TestPostgres;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.time.WallTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoveringTests {

    private static final Covering COVERING = new Covering(OwnNode.at(
            TestPostgres.temporaryFolder("comity-covering-"),
            new NodeCard.Particulars(
                    new PartyId("PT-contact-point"),
                    "Contact point",
                    Set.of(NodeFunction.CONTACT_24_7),
                    URI.create("http://localhost:8080"),
                    List.of("pt"),
                    true),
            WallTime.clock()));

    /** The languages of the receiver in its order; the first in which there are words counts. */
    @ParameterizedTest
    @CsvSource({
        "fr, Une réponse signée",
        "pt es en, Una respuesta firmada",
        "ar, إشعاراً بالاستلام",
        "ru, Подписанный ответ",
        "zh, 即为我方的回执"
    })
    void aMailSaysWhatItIsInEnglishAndInTheReceiversLanguage(String languages, String words) {
        assertThat(COVERING.write(List.of(languages.split(" ")), "a1b2", "request-hi1.xml"))
                .contains("EXERCISE", "A signed answer is our receipt", "PT-contact-point", words)
                .containsPattern("(?s)a1b2.*a1b2");
    }

    @ParameterizedTest
    @CsvSource({"en fr", "pt"})
    void whoReadsEnglishFirstGetsItAlone(String languages) {
        assertThat(COVERING.write(List.of(languages.split(" ")), "a1b2", "request-hi1.xml"))
                .containsOnlyOnce("a1b2");
    }
}
