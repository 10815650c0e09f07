/** Finds States, instruments, provisions, national law and authorities by what a reader types, in six languages. */
@NullMarked
package org.comity.node.legislation.search;

import org.jspecify.annotations.NullMarked;
