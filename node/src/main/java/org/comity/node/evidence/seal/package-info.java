/** Seals on files: who sealed them and from when they were there, to be checked anywhere by anyone. Knows no exhibits. */
@NullMarked
package org.comity.node.evidence.seal;

import org.jspecify.annotations.NullMarked;
