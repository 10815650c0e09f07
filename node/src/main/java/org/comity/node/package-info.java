/** The application that a State, a provider or a secretariat runs as its own node. */
@NullMarked
package org.comity.node;

import org.jspecify.annotations.NullMarked;
