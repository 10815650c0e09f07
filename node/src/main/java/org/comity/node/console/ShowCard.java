package org.comity.node.console;

import java.nio.charset.StandardCharsets;
import org.comity.node.directory.OwnNode;
import org.comity.node.time.WallTime;

/** Prints this node's signed card, and beside it the fingerprint that is read out by telephone. */
class ShowCard implements Command {

    @Override
    public String name() {
        return "node card";
    }

    @Override
    public String usage() {
        return "node card [--home FOLDER]";
    }

    @Override
    public int run(Arguments typed) {
        var arguments = typed.allowing("home");
        var card = OwnNode.open(arguments.home(), WallTime.clock()).card();
        IO.println(new String(card.bytes(), StandardCharsets.UTF_8));
        System.err.println("Fingerprint: " + card.fingerprint());
        return DONE;
    }
}
