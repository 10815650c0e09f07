package org.comity.node.atlas;

import java.util.Optional;

/**
 * An area on a sheet.
 *
 * @param id as in {@link Shapes.Area}
 * @param path its outline as SVG path data; empty where it is too small for one
 * @param dot where to point at it, if its outline is too small for that
 */
record Outline(String id, String path, Optional<Place> dot) {}
