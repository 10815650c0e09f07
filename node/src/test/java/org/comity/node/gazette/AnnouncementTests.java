package org.comity.node.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.ledger.InvalidNote;
import org.comity.ledger.NoteKey;
import org.comity.ledger.NoteSigner;
import org.comity.ledger.SignedNote;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.SampleNodes;
import org.comity.node.time.WallTime;
import org.junit.jupiter.api.Test;

class AnnouncementTests {

    private static final OwnNode BRAZIL = SampleNodes.contactPoint("BR-contact-point", 20001, WallTime.clock());
    private static final NoteSigner SIGNER = NoteSigner.of(
            "127.0.0.1:20001/gazette", BRAZIL.keys().rootCertificate().getPublicKey(), BRAZIL.keys()::signAsRoot);
    private static final NoteKey KEY = SIGNER.key();

    private static Announcement some(Map<String, Object> content) {
        return new Announcement(
                UUID.randomUUID(),
                "need",
                "BR-contact-point",
                Instant.parse("2026-11-22T20:00:00Z"),
                "Training of prosecutors \"in Portuguese\"\tand español",
                content);
    }

    @Test
    void whatWasSignedReadsBackTheSame() {
        var said = some(Map.of("text", "Two lines\nand a quote \"\u2028", "rows", List.of(Map.of("kind", "STATUS"))));
        assertThat(Announcement.open(said.signedBy(SIGNER).bytes(), KEY)).isEqualTo(said);
    }

    @Test
    void aChangedLetterIsNoticed() {
        var entry =
                some(Map.of("text", "ten seats")).signedBy(SIGNER).toString().replace("ten seats", "two seats");
        assertThatThrownBy(() -> Announcement.open(entry.getBytes(StandardCharsets.UTF_8), KEY))
                .isInstanceOf(InvalidNote.class)
                .hasMessageContaining("does not fit");
    }

    @Test
    void aStrangersSignatureIsNone() {
        var stranger = SampleNodes.contactPoint("BR-contact-point", 20001, WallTime.clock());
        var theirs = NoteSigner.of(
                "127.0.0.1:20001/gazette",
                stranger.keys().rootCertificate().getPublicKey(),
                stranger.keys()::signAsRoot);
        assertThatThrownBy(
                        () -> Announcement.open(some(Map.of()).signedBy(theirs).bytes(), KEY))
                .isInstanceOf(InvalidNote.class);
    }

    @Test
    void aSignedNoteThatIsNoAnnouncementIsRefused() {
        for (String text : List.of("{}\n", "[1]\n", "{\"id\":7}\n", "no json\n")) {
            var note = SIGNER.sign(SignedNote.unsigned(text));
            assertThatThrownBy(() -> Announcement.open(note.bytes(), KEY)).isInstanceOf(InvalidNote.class);
        }
    }
}
