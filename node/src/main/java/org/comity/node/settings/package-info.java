/** What the person who runs a node decides about it, read once at start and checked. */
@NullMarked
package org.comity.node.settings;

import org.jspecify.annotations.NullMarked;
