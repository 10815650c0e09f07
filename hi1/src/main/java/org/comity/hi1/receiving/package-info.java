/** The rules of the side that receives HI-1 requests, for a provider or an authority that brings storage and time. */
@NullMarked
package org.comity.hi1.receiving;

import org.jspecify.annotations.NullMarked;
