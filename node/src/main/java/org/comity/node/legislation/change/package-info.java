/** Changes of the law base: proposed by one person, reviewed by another, published as editions, and taken back the same way. */
@NullMarked
package org.comity.node.legislation.change;

import org.jspecify.annotations.NullMarked;
