/** How content lies on disk: sealed in segments while it streams in, read by range, under keys that can be renewed or lost. */
@NullMarked
package org.comity.node.evidence.vault;

import org.jspecify.annotations.NullMarked;
