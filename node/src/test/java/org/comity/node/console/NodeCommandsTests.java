package org.comity.node.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.comity.ledger.NoteSigner;
import org.comity.node.Comity;
import org.comity.node.TestPostgres;
import org.comity.node.directory.OwnNode;
import org.comity.node.journal.Journal;
import org.comity.node.journal.Origin;
import org.comity.node.journal.SomeDisclosures;
import org.comity.node.settings.FreePort;
import org.comity.node.settings.HomeFile;
import org.comity.node.time.WallTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node is made and meets its peer by nothing but commands. */
class NodeCommandsTests {

    private record Said(int status, String out, String err) {}

    /** Where nobody answers, whatever else runs on this machine. */
    private static final int SILENT_PORT = FreePort.any();

    private static final String URL_OF_A_NODE = "http://127.0.0.1:" + SILENT_PORT;

    @TempDir
    Path folder;

    @Test
    void aNodeIsMadeOnceAndKeepsItsKeys() {
        Said first = init("PT", folder.resolve("pt"));
        Said again = init("PT", folder.resolve("pt"));

        assertThat(first.status()).isZero();
        assertThat(first.out()).contains("PT-contact-point is ready", "Fingerprint".toLowerCase());
        assertThat(fingerprint(again.out())).isEqualTo(fingerprint(first.out()));
        assertThat(HomeFile.of(folder.resolve("pt")).settings())
                .containsEntry("comity.state", "PT")
                .containsEntry("comity.party", "PT-contact-point")
                .containsEntry("comity.port", Integer.toString(SILENT_PORT))
                .containsEntry("comity.exercise", "true");
    }

    @Test
    void theKeysOfOnePartyAreNeverGivenToAnother() {
        init("PT", folder.resolve("home"));

        Said other = init("BR", folder.resolve("home"));

        assertThat(other.status()).isEqualTo(Command.FAILED);
        assertThat(other.err()).contains("issued for “PT-contact-point”");
        assertThat(HomeFile.of(folder.resolve("home")).settings()).containsEntry("comity.state", "PT");
    }

    @Test
    void aWrongAddressMakesNothing() {
        Said said = comity(
                "node",
                "init",
                "--state",
                "PT",
                "--organisation",
                "Contact point",
                "--url",
                "http://node.example.org",
                "--home",
                folder.resolve("pt").toString());

        assertThat(said.status()).isEqualTo(Command.FAILED);
        assertThat(said.err()).contains("can’t be a node’s address");
        assertThat(folder.resolve("pt/keys")).doesNotExist();
    }

    @Test
    void aPeerIsAddedOnlyUnderTheFingerprintThatWasReadOut() throws IOException {
        Path portugal = folder.resolve("pt");
        Path brazil = folder.resolve("br");
        init("PT", portugal);
        String spoken = fingerprint(init("BR", brazil).out());
        HomeFile.of(portugal)
                .put(Map.of("comity.database.url", TestPostgres.fresh().url()));
        Path card = folder.resolve("br.json");
        Files.writeString(
                card, comity("node", "card", "--home", brazil.toString()).out());

        Said wrong = comity(
                "node", "peer", "add", card.toString(), "--home", portugal.toString(), "--fingerprint", "0".repeat(64));
        assertThat(wrong.status()).isEqualTo(Command.FAILED);
        assertThat(wrong.out()).contains("BR-contact-point", "Organisation", URL_OF_A_NODE, spoken);
        assertThat(comity("node", "peer", "list", "--home", portugal.toString()).out())
                .contains("No peers yet");

        Said right =
                comity("node", "peer", "add", card.toString(), "--home", portugal.toString(), "--fingerprint", spoken);
        assertThat(right.status()).as(right.err()).isZero();
        assertThat(comity("node", "peer", "list", "--home", portugal.toString()).out())
                .contains("BR-contact-point", "fingerprint compared");
        try (BesideNode node = BesideNode.open(portugal)) {
            assertThat(node.room(Journal.class).entriesAbout("party:BR-contact-point"))
                    .extracting(entry -> entry.what())
                    .contains("peer-added");
        }

        Said own = comity("ledger", "verify", "--home", portugal.toString());
        assertThat(own.status()).as(own.err()).isZero();
        assertThat(own.out()).contains("holds  All 1 entries are those that were recorded");
        Said silent = comity("ledger", "verify", "--peer", "BR-contact-point", "--home", portugal.toString());
        assertThat(silent.status()).isEqualTo(Command.FAILED);
        assertThat(silent.out()).contains("FAILS  BR-contact-point could not be asked");
    }

    @Test
    void aFileThatSomebodyWasGivenIsCheckedInPlainWords() throws IOException {
        Path file = Files.write(
                folder.resolve("entry.json"), SomeDisclosures.withDetails().bytes());
        Said holds = comity("verify", file.toString());
        assertThat(holds.status()).as(holds.err()).isZero();
        assertThat(holds.out())
                .contains("holds  The journal node.example.org/journal signed a checkpoint of 11 entries.")
                .contains("holds  The details are the ones that were recorded.")
                .contains("holds  witness.example.net/witness cosigned this checkpoint at 2026-11-22T01:15:09Z")
                .contains("open   Whether node.example.org/journal really has the key")
                .contains(
                        "The file proves: On 2026-11-22T01:14:09Z, party BR-contact-point recorded: request received");

        Files.writeString(file, Files.readString(file).replace("ets185:29", "ets185:30"));
        Said altered = comity("verify", file.toString());
        assertThat(altered.status()).isEqualTo(Command.FAILED);
        assertThat(altered.out())
                .contains("FAILS  The details are not the ones that were recorded.")
                .contains("The file does NOT prove what it says");

        Said nothing =
                comity("verify", Files.writeString(file, "something else").toString());
        assertThat(nothing.status()).isEqualTo(Command.FAILED);
        assertThat(nothing.err()).contains("no file that can be checked");
        assertThat(comity("verify", folder.resolve("none").toString()).status()).isEqualTo(Command.MISUSED);
    }

    @Test
    void theCardOfAPartyTellsWhetherItIsTheirJournal() throws IOException {
        init("PT", folder.resolve("pt"));
        init("BR", folder.resolve("br"));
        OwnNode portugal = OwnNode.open(folder.resolve("pt"), WallTime.clock());
        Path file = Files.write(
                folder.resolve("entry.json"),
                SomeDisclosures.receivedRequest(
                                NoteSigner.of(
                                        Origin.ofJournal(portugal.card().url()),
                                        portugal.card().root().getPublicKey(),
                                        portugal.keys()::signAsRoot),
                                true)
                        .bytes());

        Said theirs = comity(
                "verify",
                file.toString(),
                "--card",
                folder.resolve("pt/card.json").toString());
        assertThat(theirs.status()).as(theirs.out() + theirs.err()).isZero();
        assertThat(theirs.out()).contains("holds  The journal is that of PT-contact-point");
        Said others = comity(
                "verify",
                file.toString(),
                "--card",
                folder.resolve("br/card.json").toString());
        assertThat(others.status()).isEqualTo(Command.FAILED);
        assertThat(others.out()).contains("FAILS  Neither the journal nor a witness has the key on the card of BR");
    }

    @Test
    void anAlteredCardIsRefused() throws IOException {
        init("PT", folder.resolve("pt"));
        init("BR", folder.resolve("br"));
        Path card = folder.resolve("br.json");
        Files.writeString(
                card,
                comity("node", "card", "--home", folder.resolve("br").toString())
                        .out()
                        .replace(URL_OF_A_NODE, "http://127.0.0.1:1"));

        Said said = comity(
                "node",
                "peer",
                "add",
                card.toString(),
                "--yes",
                "--home",
                folder.resolve("pt").toString());

        assertThat(said.status()).isEqualTo(Command.FAILED);
        assertThat(said.err()).contains("signature");
    }

    private static Said init(String state, Path home) {
        return comity(
                "node",
                "init",
                "--state",
                state,
                "--organisation",
                "24/7 contact point",
                "--url",
                URL_OF_A_NODE,
                "--exercise",
                "--home",
                home.toString());
    }

    private static String fingerprint(String told) {
        return told.lines()
                .map(String::strip)
                .filter(line -> line.matches("([0-9A-F]{4} ){15}[0-9A-F]{4}"))
                .findFirst()
                .orElseThrow();
    }

    private static Said comity(String... typed) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, UTF_8));
            System.setErr(new PrintStream(complained, true, UTF_8));
            int status = new Commands(Comity.class).run(typed);
            return new Said(status, said.toString(UTF_8), complained.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
