/** Pages of the directory: authorities of all States, and the nodes that this one trusts. */
@NullMarked
package org.comity.node.directory.web;

import org.jspecify.annotations.NullMarked;
