package org.comity.node.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.ledger.NoteKey;
import org.comity.node.directory.NodeCard;
import org.comity.node.journal.Disclosure;
import org.comity.node.journal.OtherJournal;

/** One entry of a journal with its proof, as the page of the entry hands it out. */
final class JournalEntryFile implements FileKind {

    private static final long LONGEST = 1 << 20;

    @Override
    public boolean claims(Path file) throws IOException {
        return Files.size(file) <= LONGEST
                && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains("\"comity-journal-entry/");
    }

    @Override
    public Verdict check(Path file, Optional<NodeCard> card) throws IOException {
        Disclosure disclosure = Disclosure.read(Files.readAllBytes(file));
        List<Finding> findings = new ArrayList<>();
        disclosure
                .check()
                .forEach(it -> findings.add(Finding.of(it.holds(), it.said().inEnglish())));
        findings.add(card.map(it -> whose(disclosure, it)).orElseGet(() -> unknown(disclosure)));
        return new Verdict(disclosure.tells().inEnglish(), findings);
    }

    private static Finding whose(Disclosure disclosure, NodeCard card) {
        OtherJournal named =
                OtherJournal.of(card.party().value(), card.url(), card.root().getPublicKey());
        if (named.key().equals(disclosure.journalKey())) {
            return Finding.of(
                    true,
                    "The journal is that of %s, %s, by the key on its card (fingerprint %s)."
                            .formatted(card.party(), card.organisation(), card.fingerprint()));
        }
        if (disclosure.witnessKeys().contains(named.witness())) {
            return Finding.of(
                    true,
                    "The witness %s is %s, by the key on its card."
                            .formatted(named.witness().name(), card.party()));
        }
        return Finding.of(
                false, "Neither the journal nor a witness has the key on the card of %s.".formatted(card.party()));
    }

    private static Finding unknown(Disclosure disclosure) {
        NoteKey key = disclosure.journalKey();
        return new Finding(
                Standing.OPEN,
                "Whether %s really has the key %s is not in the file: give its card with --card FILE."
                        .formatted(key.name(), key));
    }
}
