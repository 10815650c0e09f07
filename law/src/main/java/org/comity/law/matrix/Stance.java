package org.comity.law.matrix;

/** The classes of one State under one route: as the one that asks, as the one that is asked, and of its law on the conduct. */
record Stance(int asking, int asked, int conduct) {}
