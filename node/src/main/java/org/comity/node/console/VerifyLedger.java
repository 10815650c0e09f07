package org.comity.node.console;

import java.util.Optional;
import org.comity.ledger.HttpTileSource;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.journal.Contradiction;
import org.comity.node.journal.Cosignatures;
import org.comity.node.journal.Journal;
import org.comity.node.journal.OtherJournal;
import org.comity.node.journal.OtherJournals;
import org.comity.node.journal.OtherJournals.Look;
import org.comity.node.journal.Verification;

/** Recomputes this node's journal, or holds a peer's against what this node has seen of it. */
class VerifyLedger implements Command {

    @Override
    public String name() {
        return "ledger verify";
    }

    @Override
    public String usage() {
        return "ledger verify [--peer PARTY] [--home FOLDER]";
    }

    @Override
    public int run(Arguments typed) {
        var arguments = typed.allowing("peer", "home");
        try (var node = BesideNode.open(arguments.home())) {
            return arguments.option("peer").map(party -> peer(node, party)).orElseGet(() -> own(node));
        }
    }

    private static int own(BesideNode node) {
        var journal = node.room(Journal.class);
        var holds = switch (journal.verify()) {
            case Verification.Intact(var size, var root) -> {
                IO.println("holds  All %d entries are those that were recorded; the tree has the root %s."
                        .formatted(size, root.base64()));
                yield true;
            }
            case Verification.Broken(var position, var reason) -> {
                IO.println("FAILS  Entry %d: %s Everything before it holds.".formatted(position, reason));
                yield false;
            }
        };
        for (var witnessed : node.room(Cosignatures.class).last()) {
            var fits = journal.keepsWhatWasCosigned(witnessed);
            IO.println((fits
                            ? "holds  %s cosigned %d entries at %s."
                            : "FAILS  What %s cosigned, %d entries at %s, is not this journal.")
                    .formatted(witnessed.party(), witnessed.size(), witnessed.at()));
            holds &= fits;
        }
        for (var found : node.room(OtherJournals.class).contradictions()) {
            if (found.isOpen() && found.side() == Contradiction.Side.OURS) {
                IO.println("FAILS  %s says since %s that it has seen another history of this journal."
                        .formatted(found.party(), found.at()));
                holds = false;
            }
        }
        return holds ? DONE : FAILED;
    }

    private static int peer(BesideNode node, String party) {
        var peer = node.room(Peers.class).require(new PartyId(party));
        var journal =
                OtherJournal.of(party, peer.card().url(), peer.card().root().getPublicKey());
        var journals = node.room(OtherJournals.class);
        switch (journals.look(journal, new HttpTileSource(journal.published()))) {
            case Look.Grew(var before, var now) ->
                IO.println(before.map(it ->
                                "holds  %s shows %d entries; the %d that this node has seen are the beginning of them."
                                        .formatted(party, now.size(), it.size()))
                        .orElse(
                                "open   %s shows %d entries; this node has seen none before, so there is nothing to compare."
                                        .formatted(party, now.size())));
            case Look.Contradicts(var nature, var before, var now) -> {
                IO.println(
                        "FAILS  %s shows %d entries that are not the %d this node has seen: %s. Both signed checkpoints are kept."
                                .formatted(party, now.size(), before.size(), words(nature)));
                return FAILED;
            }
            case Look.Broken(var why) -> {
                IO.println("FAILS  What %s publishes does not hold together: %s".formatted(party, why));
                return FAILED;
            }
            case Look.Unreachable(var why) -> {
                IO.println("FAILS  %s could not be asked: %s".formatted(party, why));
                return FAILED;
            }
        }
        return settled(journals, party, journal) ? DONE : FAILED;
    }

    private static boolean settled(OtherJournals journals, String party, OtherJournal journal) {
        Optional<Contradiction> open = journals.contradictions().stream()
                .filter(found ->
                        found.isOpen() && found.origin().equals(journal.key().name()))
                .findFirst();
        open.ifPresent(found -> IO.println("FAILS  On %s, %s showed two histories (%s), and nobody has settled it."
                .formatted(found.at(), party, words(found.nature()))));
        return open.isEmpty();
    }

    private static String words(Contradiction.Nature nature) {
        return switch (nature) {
            case SHORTER -> "entries are missing";
            case REWRITTEN -> "the beginning was rewritten";
            case SPLIT -> "it shows two views";
        };
    }
}
