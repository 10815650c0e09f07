/** Takes newer and better attested facts from tables and files into the data set, and shows every difference. */
@NullMarked
package org.comity.law.refresh;

import org.jspecify.annotations.NullMarked;
