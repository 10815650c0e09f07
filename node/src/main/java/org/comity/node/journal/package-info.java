/** Every step as a salted commitment in a ledger, written in the step's own transaction. */
@NullMarked
package org.comity.node.journal;

import org.jspecify.annotations.NullMarked;
