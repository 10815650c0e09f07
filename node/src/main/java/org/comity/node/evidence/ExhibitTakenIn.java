package org.comity.node.evidence;

import java.util.Set;

/** An exhibit is in the vault, for those rooms to which it belongs. */
public record ExhibitTakenIn(ExhibitId exhibit, Set<String> about) {}
