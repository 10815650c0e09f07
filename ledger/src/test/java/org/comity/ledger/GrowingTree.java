package org.comity.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree in memory, grown by its frontier, with all the subtrees that it completed. */
final class GrowingTree implements Subtrees {

    private final Map<Subtree, Hash> completed = new HashMap<>();
    private Frontier frontier = Frontier.EMPTY;

    static GrowingTree of(List<byte[]> entries) {
        GrowingTree tree = new GrowingTree();
        entries.forEach(tree::add);
        return tree;
    }

    void add(byte[] entry) {
        Frontier.Growth growth = frontier.append(Hash.ofLeaf(entry));
        growth.completed().forEach(each -> completed.put(each.subtree(), each.hash()));
        frontier = growth.frontier();
    }

    Frontier frontier() {
        return frontier;
    }

    @Override
    public Hash hashOf(Subtree subtree) {
        return completed.get(subtree);
    }
}
