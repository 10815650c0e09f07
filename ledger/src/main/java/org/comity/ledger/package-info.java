/** An append-only, tamper-evident log: RFC 6962 Merkle tree, tlog-tiles, checkpoints and proofs. */
@NullMarked
package org.comity.ledger;

import org.jspecify.annotations.NullMarked;
