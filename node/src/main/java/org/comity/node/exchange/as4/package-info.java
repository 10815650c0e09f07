/** Messages on the wire: OASIS AS4 in the eDelivery AS4 2.0 common usage profile. Knows no database and no retries. */
@NullMarked
package org.comity.node.exchange.as4;

import org.jspecify.annotations.NullMarked;
