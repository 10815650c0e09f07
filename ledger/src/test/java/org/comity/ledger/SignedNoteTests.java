package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTests {

    /** Note and key published with the signed_note library for Elixir (github.com/yaglo/signed_note, README). */
    private static final String FOREIGN_NOTE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private static final String FOREIGN_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private final NoteSigner log = NoteSigner.of("example.org/journal", TestKeys.of("log"));
    private final NoteSigner other = NoteSigner.of("example.org/other", TestKeys.of("other"));

    @Test
    void aNoteSignedByAnotherImplementationVerifies() {
        NoteKey key = NoteKey.parse(FOREIGN_KEY);
        assertThat(SignedNote.parse(FOREIGN_NOTE).signedBy(List.of(key))).containsExactly(key);
        assertThat(key).hasToString(FOREIGN_KEY);
        assertThat(SignedNote.parse(FOREIGN_NOTE)).hasToString(FOREIGN_NOTE);
    }

    @Test
    void severalKeysSignOneNoteAndUnknownOnesAreIgnored() {
        SignedNote note = other.sign(log.sign(SignedNote.unsigned("Preserved.\n\nUntil spring.\n")));
        SignedNote read = SignedNote.parse(note.bytes());
        assertThat(read).isEqualTo(note);
        assertThat(read.text()).isEqualTo("Preserved.\n\nUntil spring.\n");
        assertThat(read.signedBy(List.of(log.key(), other.key()))).containsExactly(log.key(), other.key());
        assertThat(read.signedBy(List.of(other.key()))).containsExactly(other.key());
    }

    @Test
    void aNoteOfUnknownKeysOnlyIsRefused() {
        SignedNote note = log.sign(SignedNote.unsigned("Preserved.\n"));
        NoteKey sameNameOtherKey =
                NoteKey.of("example.org/journal", TestKeys.of("other").getPublic());
        assertThatThrownBy(() -> note.signedBy(List.of(other.key(), sameNameOtherKey)))
                .isInstanceOf(InvalidNote.class)
                .hasMessageContaining("No known key");
    }

    @Test
    void aKnownKeyThatDoesNotFitTheTextSpoilsTheWholeNote() {
        SignedNote note = other.sign(log.sign(SignedNote.unsigned("Preserved.\n")));
        SignedNote altered = new SignedNote("Deleted.\n", note.signatures());
        SignedNote mixed =
                other.sign(new SignedNote("Deleted.\n", note.signatures().subList(0, 1)));
        assertThatThrownBy(() -> altered.signedBy(List.of(log.key()))).isInstanceOf(InvalidNote.class);
        assertThatThrownBy(() -> mixed.signedBy(List.of(other.key(), log.key())))
                .isInstanceOf(InvalidNote.class)
                .hasMessageContaining("example.org/journal");
    }

    @Test
    void everyFlippedBitOfAnEd25519SignatureIsNoticed() {
        SignedNote note = log.sign(SignedNote.unsigned("Preserved.\n"));
        SignedNote.Line line = note.signatures().getFirst();
        for (int bit = 0; bit < line.signature().length * 8; bit++) {
            byte[] flipped = line.signature();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            SignedNote forged =
                    new SignedNote(note.text(), List.of(new SignedNote.Line(line.name(), line.keyId(), flipped)));
            assertThatThrownBy(() -> forged.signedBy(List.of(log.key())))
                    .as("bit %d", bit)
                    .isInstanceOf(InvalidNote.class);
        }
    }

    @Test
    void whatIsNotANoteIsRefused() {
        String line =
                log.sign(SignedNote.unsigned("x\n")).signatures().getFirst().toString();
        for (String bad : List.of(
                "",
                "x",
                "x\n",
                "x\n\n",
                "x\n" + line + "\n",
                "x\n\n" + line,
                "x\n\n" + line + "\n\n" + "y\n",
                "x\ty\n\n" + line + "\n",
                "x\r\n\n" + line + "\n",
                "x\n\n-" + line.substring(1) + "\n",
                "x\n\n" + line + " \n",
                "x\n\n" + line.replace("=", "") + "\n",
                "x\n\n" + line.replace("journal", "a+b") + "\n",
                "x\n\n— example.org/journal\n",
                "x\n\n— example.org/journal AAAAAA==\n",
                "x\n\n— example.org/journal !!!!\n",
                "x\n\n— example.org/\u2003 AAAAAAAA\n",
                "x\n\n" + String.join("\n", Collections.nCopies(101, line)) + "\n")) {
            assertThatThrownBy(() -> SignedNote.parse(bad)).as("<%s>", bad).isInstanceOf(InvalidNote.class);
        }
        assertThatThrownBy(() -> SignedNote.parse(new byte[] {'x', (byte) 0xC3, '\n', '\n'}))
                .isInstanceOf(InvalidNote.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> SignedNote.parse(new byte[2 << 20])).isInstanceOf(InvalidNote.class);
    }

    @Test
    void aKeyCopiedWronglyIsRefused() {
        for (String bad : List.of(
                "example.com/foo",
                FOREIGN_KEY.replace("530d903a", "530d903b"),
                FOREIGN_KEY.replace("foo", "fox"),
                FOREIGN_KEY.replace("+Aeky", "+Beky"),
                FOREIGN_KEY.substring(0, FOREIGN_KEY.length() - 4),
                FOREIGN_KEY.replace("example", "exam ple"))) {
            assertThatThrownBy(() -> NoteKey.parse(bad)).as(bad).isInstanceOf(InvalidNote.class);
        }
    }

    @Test
    void onlyEd25519KeysSignNotes() throws Exception {
        PublicKey x25519 =
                KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic();
        assertThatThrownBy(() -> NoteKey.of("example.org/journal", x25519))
                .isInstanceOf(InvalidNote.class)
                .hasMessageContaining("Ed25519");
    }

    @Test
    void theLongestNoteOfSixteenSignersIsRead() {
        SignedNote note = SignedNote.unsigned("x\n");
        for (int signer = 0; signer < 16; signer++) {
            note = NoteSigner.of("example.org/" + signer, TestKeys.of("s" + signer))
                    .sign(note);
        }
        assertThat(SignedNote.parse(note.toString().getBytes(StandardCharsets.UTF_8))
                        .signatures())
                .hasSize(16);
    }
}
