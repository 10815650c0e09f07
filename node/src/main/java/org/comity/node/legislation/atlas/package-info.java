/** Where States lie, drawn as pictures that any page can colour. */
@NullMarked
package org.comity.node.legislation.atlas;

import org.jspecify.annotations.NullMarked;
