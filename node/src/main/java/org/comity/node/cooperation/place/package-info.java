/** Where the data of a case may be, and how sure that is. */
@NullMarked
package org.comity.node.cooperation.place;

import org.jspecify.annotations.NullMarked;
