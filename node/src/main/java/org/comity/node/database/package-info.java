/** The node's PostgreSQL: embedded by default, started and mended by the node itself, or an external one. */
@NullMarked
package org.comity.node.database;

import org.jspecify.annotations.NullMarked;
