/** Competent authorities, contact points and nodes, and the keys by which they are known. */
@NullMarked
package org.comity.node.directory;

import org.jspecify.annotations.NullMarked;
