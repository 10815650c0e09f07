/** The register of assistance: which kinds of entry there are, what is said in each, and how that is read and found. */
@NullMarked
package org.comity.node.capacity.register;

import org.jspecify.annotations.NullMarked;
