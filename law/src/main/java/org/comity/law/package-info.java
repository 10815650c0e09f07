/** Who is bound by what on a date, how national law covers it, which routes are lawful and why. */
@NullMarked
package org.comity.law;

import org.jspecify.annotations.NullMarked;
