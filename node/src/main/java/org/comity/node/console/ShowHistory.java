package org.comity.node.console;

import java.nio.charset.StandardCharsets;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.journal.Journal;
import org.comity.node.journal.OtherJournal;

/** Prints all that the journal holds of a conversation with a peer, with its proofs, to be laid beside what the peer has. */
class ShowHistory implements Command {

    @Override
    public String name() {
        return "ledger history";
    }

    @Override
    public String usage() {
        return "ledger history CONVERSATION --peer PARTY [--home FOLDER]";
    }

    @Override
    public int run(Arguments typed) {
        var arguments = typed.allowing("peer", "home");
        var conversation = arguments.word("the conversation, as the page of the request names it");
        var party = arguments.required("peer");
        try (var node = BesideNode.open(arguments.home())) {
            var peer = node.room(Peers.class).require(new PartyId(party));
            var with =
                    OtherJournal.of(party, peer.card().url(), peer.card().root().getPublicKey());
            IO.print(new String(
                    node.room(Journal.class).history(conversation, with).bytes(), StandardCharsets.UTF_8));
            return DONE;
        } catch (IllegalArgumentException none) {
            throw new Misuse(String.valueOf(none.getMessage()));
        }
    }
}
