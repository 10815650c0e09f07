/** Channels to the outside. Carries envelopes; knows nothing of cases. */
@NullMarked
package org.comity.node.exchange;

import org.jspecify.annotations.NullMarked;
