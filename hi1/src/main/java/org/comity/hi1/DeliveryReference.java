package org.comity.hi1;

/** The task under which something is delivered, by the reference that the asking side gave it. */
public sealed interface DeliveryReference permits Ldid, Liid {}
