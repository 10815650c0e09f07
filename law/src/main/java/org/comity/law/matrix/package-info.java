/** Every pair of States at once: which ways are open on a day, how that came about, and what would change it. */
@NullMarked
package org.comity.law.matrix;

import org.jspecify.annotations.NullMarked;
