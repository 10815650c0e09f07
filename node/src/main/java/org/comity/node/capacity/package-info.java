/** Capacity: how far a State has come, what it needs and who helps, what it plans and teaches, and what the public is told. */
@NullMarked
package org.comity.node.capacity;

import org.jspecify.annotations.NullMarked;
