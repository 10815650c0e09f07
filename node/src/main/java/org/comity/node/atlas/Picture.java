package org.comity.node.atlas;

import java.util.List;

/**
 * A map that a template can draw.
 *
 * @param land areas of which nothing is said, as one path
 * @param shapes States with an outline
 * @param dots States that an outline alone can't show, above all others
 */
public record Picture(View view, int width, int height, String land, List<Shape> shapes, List<Dot> dots) {

    public Picture {
        shapes = List.copyOf(shapes);
        dots = List.copyOf(dots);
    }

    /** A State's outline. */
    public record Shape(String state, String path, Mark mark) {}

    /**
     * A State's dot.
     *
     * @param radius of what is seen
     * @param reach of what can be pressed
     */
    public record Dot(String state, long x, long y, long radius, long reach, Mark mark) {}

    public String viewBox() {
        return "0 0 " + width + " " + height;
    }
}
