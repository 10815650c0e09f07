/** Where States lie, drawn as pictures that any page can colour. */
@NullMarked
package org.comity.node.atlas;

import org.jspecify.annotations.NullMarked;
