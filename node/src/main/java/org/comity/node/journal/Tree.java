package org.comity.node.journal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The Merkle tree over the steps. */
@Repository
class Tree extends StoredTree {

    Tree(JdbcClient jdbc) {
        super(jdbc, "journal");
    }
}
