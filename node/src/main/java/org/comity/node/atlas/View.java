package org.comity.node.atlas;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which part of the world a picture shows, and how finely. */
public enum View {
    WORLD(-169, 191, -56, 84, 2000, 1160),
    /** The world beside a text. */
    SMALL(-169, 191, -56, 84, 700, 520),
    EUROPE(-25, 46, 34, 71, 2000, 1160),
    AFRICA(-26, 61, -36, 38, 2000, 1160),
    ASIA(25, 150, -11, 56, 2000, 1160),
    AMERICAS(-130, -30, -56, 60, 2000, 1160),
    CARIBBEAN(-93, -56, 5, 29, 2000, 1160),
    PACIFIC(110, 200, -48, 24, 2000, 1160);

    private final double west;
    private final double east;
    private final double south;
    private final double north;
    private final int grain;
    private final int pixels;

    /**
     * @param grain whole units in the width of the picture: a finer grain makes a heavier page
     * @param pixels how wide it is on a desk, for what must not be smaller than a finger
     */
    View(double west, double east, double south, double north, int grain, int pixels) {
        this.west = west;
        this.east = east;
        this.south = south;
        this.north = north;
        this.grain = grain;
        this.pixels = pixels;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<View> of(String code) {
        return Arrays.stream(values()).filter(view -> view.code().equals(code)).findFirst();
    }

    /** The picture in which these degrees just fit. */
    Sheet sheet() {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (double latitude : new double[] {south, Math.clamp(0, south, north), north}) {
            left = Math.min(left, EqualEarth.project(west, latitude).x());
            right = Math.max(right, EqualEarth.project(east, latitude).x());
        }
        double top = EqualEarth.project(0, north).y();
        double bottom = EqualEarth.project(0, south).y();
        double units = grain / (right - left);
        return new Sheet(left, top, units, grain, (int) Math.ceil((bottom - top) * units), (double) grain / pixels);
    }
}
