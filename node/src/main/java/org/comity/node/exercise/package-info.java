/** What only a node that plays has: a clock that people can move. */
@NullMarked
package org.comity.node.exercise;

import org.jspecify.annotations.NullMarked;
