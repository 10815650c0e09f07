/** Assistance that was or is given, what can be taught, how to see how far a State has come, and where a crime is reported. */
@NullMarked
package org.comity.law.assistance;

import org.jspecify.annotations.NullMarked;
