package org.comity.node.console;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.ledger.CorruptLog;
import org.comity.ledger.InvalidNote;
import org.comity.node.directory.NodeCard;
import org.comity.node.gazette.MirroringGazettes;
import org.comity.node.time.WallTime;

/** Copies a node's gazette into a folder for any web server; needs no node, only the publisher's card. */
class MirrorGazette implements Command {

    @Override
    public String name() {
        return "gazette mirror";
    }

    @Override
    public String usage() {
        return "gazette mirror FOLDER --card CARD [--from URL]";
    }

    @Override
    public int run(Arguments typed) throws IOException {
        var arguments = typed.allowing("card", "from");
        var folder = Path.of(arguments.word("the folder for the copy"));
        var card = NodeCard.read(Files.readAllBytes(Path.of(arguments.required("card"))), WallTime.clock());
        try {
            var copied = MirroringGazettes.into(
                    folder, card, arguments.option("from").map(URI::create));
            IO.println(
                    "%s holds the gazette of %s: %d entries, %d of them new. Let a web server hand it out, and run this again for what is new."
                            .formatted(folder, card.organisation(), copied.now(), copied.now() - copied.before()));
            return DONE;
        } catch (InvalidNote | CorruptLog unproven) {
            throw new IllegalStateException(
                    "What is published there is not the gazette of %s, or not all of it: %s Nothing of it is handed on."
                            .formatted(card.organisation(), unproven.getMessage()),
                    unproven);
        }
    }
}
