package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTests {

    /** The example of c2sp.org/tlog-checkpoint. */
    private static final String EXAMPLE = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """;

    @Test
    void theSpecificationsExampleReadsAndWritesBack() {
        Checkpoint checkpoint = Checkpoint.parse(EXAMPLE);
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20852163);
        assertThat(checkpoint.root().base64()).isEqualTo("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
        assertThat(checkpoint.text()).isEqualTo(EXAMPLE);
    }

    @Test
    void extensionLinesAreKept() {
        assertThat(Checkpoint.parse(EXAMPLE + "more\n").extensions()).containsExactly("more");
        assertThat(Checkpoint.parse(EXAMPLE + "more\n").text()).isEqualTo(EXAMPLE + "more\n");
    }

    @Test
    void whatIsNotACheckpointIsRefused() {
        for (String bad : List.of(
                "",
                "a\n1\n",
                EXAMPLE.strip(),
                EXAMPLE + "\n",
                EXAMPLE.replace("20852163", "020852163"),
                EXAMPLE.replace("20852163", "-1"),
                EXAMPLE.replace("20852163", "+1"),
                EXAMPLE.replace("20852163", "9223372036854775808"),
                EXAMPLE.replace("20852163", "two"),
                EXAMPLE.replace("CsUY", ""),
                EXAMPLE.replace("2I=", "2J="),
                EXAMPLE.replace("example.com/behind-the-sofa", ""))) {
            assertThatThrownBy(() -> Checkpoint.parse(bad)).as("<%s>", bad).isInstanceOf(InvalidNote.class);
        }
    }

    @Test
    void aCheckpointOfAnotherLogIsRefusedThoughItsSignatureIsRight() {
        NoteSigner signer = NoteSigner.of("example.org/journal", TestKeys.of("log"));
        SignedNote note =
                Checkpoint.of("example.org/gazette", 0, Hash.OF_NOTHING).signedBy(signer);
        assertThat(Checkpoint.open(note, "example.org/gazette", signer.key()).size())
                .isZero();
        assertThatThrownBy(() -> Checkpoint.open(note, "example.org/journal", signer.key()))
                .isInstanceOf(InvalidNote.class)
                .hasMessageContaining("about example.org/gazette");
    }
}
