package org.comity.node.directory;

/** There is another way to a counterpart than before: what waits for it may go now. */
public record ReachChanged(PartyId party) {}
