package org.comity.node.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.comity.node.directory.NodeCard;
import org.comity.node.journal.Disclosure;
import org.comity.node.time.WallTime;

/** Checks a file that somebody was given, without a node and without a network, and says in plain words what holds. */
class VerifyFile implements Command {

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String usage() {
        return "verify FILE [--card FILE] [--against FILE]";
    }

    @Override
    public int run(Arguments typed) throws IOException {
        var arguments = typed.allowing("card", "against");
        var file = Path.of(arguments.word("the file to check"));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Misuse("There is no file %s to read.".formatted(file));
        }
        var card = arguments.option("card").map(VerifyFile::card);
        var against = arguments.option("against").map(Path::of);
        // a history holds entries, so it is asked first
        for (var kind : List.of(new CourtPackageFile(), new HistoryFile(against), new JournalEntryFile())) {
            if (kind.claims(file)) {
                return tell(check(kind, file, card));
            }
        }
        throw new IllegalStateException("%s is no file that can be checked here, or it is damaged.".formatted(file));
    }

    private static FileKind.Verdict check(FileKind kind, Path file, Optional<NodeCard> card) throws IOException {
        try {
            return kind.check(file, card);
        } catch (Disclosure.Unreadable unreadable) {
            throw new IllegalStateException(unreadable.said().inEnglish(), unreadable);
        }
    }

    private static int tell(FileKind.Verdict verdict) {
        verdict.findings().forEach(finding -> IO.println(finding.standing().word() + finding.words()));
        IO.println("");
        if (verdict.holds()) {
            IO.println("The file proves: " + verdict.tells());
            return DONE;
        }
        IO.println("The file does NOT prove what it says: " + verdict.tells());
        return FAILED;
    }

    private static NodeCard card(String file) {
        try {
            return NodeCard.read(Files.readAllBytes(Path.of(file)), WallTime.clock());
        } catch (IOException e) {
            throw new Misuse("There is no card %s to read.".formatted(file));
        }
    }
}
