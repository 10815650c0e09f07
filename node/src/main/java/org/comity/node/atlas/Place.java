package org.comity.node.atlas;

/** A point of a picture, to the right and downwards. */
record Place(double x, double y) {}
