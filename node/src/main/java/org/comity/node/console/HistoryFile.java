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
import org.comity.node.journal.History;
import org.comity.node.journal.OtherJournal;

/**
 * What one journal holds of a conversation, by itself or against what the other side's journal holds.
 *
 * @param against the other side's file
 */
record HistoryFile(Optional<Path> against) implements FileKind {

    private static final int BEGINNING = 200;

    @Override
    public boolean claims(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains("\"comity-history/");
        }
    }

    @Override
    public Verdict check(Path file, Optional<NodeCard> card) throws IOException {
        History history = History.read(Files.readAllBytes(file));
        List<Disclosure.Finding> findings = new ArrayList<>(history.check());
        if (against.isPresent()) {
            History other = History.read(Files.readAllBytes(against.get()));
            findings.addAll(other.check());
            findings.addAll(history.against(other));
        }
        List<Finding> told = new ArrayList<>(findings.stream()
                .map(it -> Finding.of(it.holds(), it.said().inEnglish()))
                .toList());
        told.add(whose(history.journalKey(), card));
        return new Verdict(history.tells().inEnglish(), told);
    }

    private static Finding whose(NoteKey key, Optional<NodeCard> card) {
        if (card.isEmpty()) {
            return new Finding(
                    Standing.OPEN,
                    "Whether %s really has the key %s is not in the file: give its card with --card FILE."
                            .formatted(key.name(), key));
        }
        NodeCard its = card.get();
        boolean named = OtherJournal.of(
                        its.party().value(), its.url(), its.root().getPublicKey())
                .key()
                .equals(key);
        return Finding.of(
                named,
                named
                        ? "The journal is that of %s, %s, by the key on its card."
                                .formatted(its.party(), its.organisation())
                        : "The journal does not have the key on the card of %s.".formatted(its.party()));
    }
}
