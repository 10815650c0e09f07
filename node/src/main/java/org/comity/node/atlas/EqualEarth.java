package org.comity.node.atlas;

/**
 * The Equal Earth projection: areas stay true, so that no State looks larger than it is.
 *
 * <p>Formulas: B. Šavrič, T. Patterson, B. Jenny, “The Equal Earth map projection”, International Journal of
 * Geographical Information Science 33 (2019), eqs. 7 and 8. The middle meridian is 11° E, so that the edge runs through
 * the Bering Strait and parts no State.
 */
final class EqualEarth {

    static final double MIDDLE = 11;

    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double M = Math.sqrt(3) / 2;

    private EqualEarth() {}

    /** A place on a globe of radius 1, the equator at 0 and north upwards, which in a picture is negative. */
    static Place project(double longitude, double latitude) {
        double t = Math.asin(M * Math.sin(Math.toRadians(latitude)));
        double t2 = t * t;
        double t6 = t2 * t2 * t2;
        double x = Math.toRadians(longitude - MIDDLE)
                * Math.cos(t)
                / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
        double y = t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
        return new Place(x, -y);
    }
}
