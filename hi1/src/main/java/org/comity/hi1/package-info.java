/** The vocabulary of ETSI TS 103 120 (HI-1) as records, with strict reading and writing. */
@NullMarked
package org.comity.hi1;

import org.jspecify.annotations.NullMarked;
