package org.comity.node.legislation.atlas;

/** A point of a picture, to the right and downwards. */
record Place(double x, double y) {}
