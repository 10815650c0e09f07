/** The law that this node reasons with; every room asks here, and the room that publishes changes answers. */
@NullMarked
package org.comity.node.lawbook;

import org.jspecify.annotations.NullMarked;
