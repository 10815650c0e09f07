/** The command line: what {@code ./comity} can do besides building itself. */
@NullMarked
package org.comity.node.console;

import org.jspecify.annotations.NullMarked;
