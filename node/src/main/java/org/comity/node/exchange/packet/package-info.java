/** The file that is carried by hand between two nodes: signed by one, sealed to the other, readable by nobody between. */
@NullMarked
package org.comity.node.exchange.packet;

import org.jspecify.annotations.NullMarked;
