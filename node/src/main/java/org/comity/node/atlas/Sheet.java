package org.comity.node.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A piece of paper: where it lies on the projected globe, and how large its units are.
 *
 * @param units units of the picture in one radius of the globe
 * @param pixel units of the picture in one pixel of a desk
 */
record Sheet(double left, double top, double units, int width, int height, double pixel) {

    /** An islet of fewer square units than this is left out where the State has a larger part. */
    private static final double SPECK = 2;

    /** Smaller than this many pixels, an area is marked by a dot as well. */
    private static final double TOO_SMALL_TO_POINT_AT = 25;

    Place on(Shapes.Spot spot) {
        Place place = EqualEarth.project(spot.longitude(), spot.latitude());
        return new Place((place.x() - left) * units, (place.y() - top) * units);
    }

    /** The area as it lies on this sheet; empty where it lies wholly beside. */
    Optional<Outline> draw(Shapes.Area area) {
        if (!area.spot().isEmpty()) {
            Place at = on(area.spot().getFirst());
            return holds(at) ? Optional.of(new Outline(area.id(), "", Optional.of(at))) : Optional.empty();
        }
        List<List<Place>> rings = area.rings().stream()
                .map(ring -> ring.stream().map(this::on).toList())
                .filter(ring -> ring.stream().anyMatch(this::holdsNearly))
                .sorted(Comparator.comparingDouble(Sheet::surface).reversed())
                .toList();
        if (rings.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder path = new StringBuilder();
        rings.stream()
                .filter(ring -> surface(ring) >= SPECK || ring == rings.getFirst())
                .forEach(ring -> line(ring, path));
        double size = rings.stream().mapToDouble(Sheet::surface).sum();
        Place middle = middle(rings.getFirst());
        boolean dotted = size < TOO_SMALL_TO_POINT_AT * pixel * pixel && holds(middle);
        return path.isEmpty() && !dotted
                ? Optional.empty()
                : Optional.of(new Outline(area.id(), path.toString(), dotted ? Optional.of(middle) : Optional.empty()));
    }

    private boolean holds(Place place) {
        return place.x() >= 0 && place.x() <= width && place.y() >= 0 && place.y() <= height;
    }

    private boolean holdsNearly(Place place) {
        double margin = width / 20.0;
        return place.x() >= -margin
                && place.x() <= width + margin
                && place.y() >= -margin
                && place.y() <= height + margin;
    }

    private static double surface(List<Place> ring) {
        double sum = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            sum += cross(ring.get(i), ring.get(i + 1));
        }
        return Math.abs(sum) / 2;
    }

    private static Place middle(List<Place> ring) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            Place one = ring.get(i);
            Place next = ring.get(i + 1);
            double cross = cross(one, next);
            sum += cross;
            x += (one.x() + next.x()) * cross;
            y += (one.y() + next.y()) * cross;
        }
        return sum == 0 ? ring.getFirst() : new Place(x / (3 * sum), y / (3 * sum));
    }

    private static double cross(Place one, Place next) {
        return one.x() * next.y() - next.x() * one.y();
    }

    /** A closed line in whole units, each step told from the last; steps that round to nothing are left out. */
    private static void line(List<Place> ring, StringBuilder path) {
        List<long[]> steps = new ArrayList<>();
        long x = Math.round(ring.getFirst().x());
        long y = Math.round(ring.getFirst().y());
        long startX = x;
        long startY = y;
        for (Place place : ring.subList(1, ring.size())) {
            long nextX = Math.round(place.x());
            long nextY = Math.round(place.y());
            if (nextX != x || nextY != y) {
                steps.add(new long[] {nextX - x, nextY - y});
                x = nextX;
                y = nextY;
            }
        }
        if (steps.size() < 3) {
            return;
        }
        path.append('M').append(startX).append(' ').append(startY).append('l');
        String separator = "";
        for (long[] step : steps.subList(0, steps.size() - 1)) {
            path.append(separator).append(step[0]);
            path.append(step[1] < 0 ? "" : " ").append(step[1]);
            separator = " ";
        }
        path.append('z');
    }
}
