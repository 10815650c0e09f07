package org.comity.node.atlas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shapes of {@code legislation/world.json}: a TopoJSON topology, in which neighbours share the line between them.
 * Format: TopoJSON specification 1.0, §2.1.
 */
final class Shapes {

    /**
     * An area of the earth.
     *
     * @param id number in the United Nations M49 standard, or the code of a State that has none; empty for an area that
     *     the source leaves open
     * @param rings closed lines of points on the globe
     * @param spot where a State is that is too small to be drawn; its rings are empty
     */
    record Area(String id, List<List<Spot>> rings, List<Spot> spot) {}

    /** A point on the globe; longitudes run from 169° W eastwards, so that they may exceed 180. */
    record Spot(double longitude, double latitude) {}

    private final List<List<Spot>> lines;

    private Shapes(List<List<Spot>> lines) {
        this.lines = lines;
    }

    static List<Area> read() {
        try (InputStream file = Shapes.class.getResourceAsStream("/legislation/world.json")) {
            if (file == null) {
                throw new IllegalStateException(
                        "The map (legislation/world.json) is missing from this build. Build the node again.");
            }
            return of(JsonMapper.shared().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The map (legislation/world.json) can't be read. Build the node again.", e);
        }
    }

    static List<Area> of(JsonNode topology) {
        JsonNode scale = topology.at("/transform/scale");
        JsonNode translate = topology.at("/transform/translate");
        List<List<Spot>> lines = new ArrayList<>();
        for (JsonNode arc : topology.get("arcs")) {
            List<Spot> line = new ArrayList<>();
            int x = 0;
            int y = 0;
            for (JsonNode step : arc) {
                x += step.get(0).asInt();
                y += step.get(1).asInt();
                line.add(new Spot(
                        x * scale.get(0).asDouble() + translate.get(0).asDouble(),
                        y * scale.get(1).asDouble() + translate.get(1).asDouble()));
            }
            lines.add(line);
        }
        Shapes shapes = new Shapes(lines);
        return StreamSupport.stream(topology.at("/objects/areas/geometries").spliterator(), false)
                .map(shapes::area)
                .toList();
    }

    private Area area(JsonNode geometry) {
        String id = geometry.path("id").asString("");
        if (geometry.get("type").asString().equals("Point")) {
            JsonNode at = geometry.get("coordinates");
            return new Area(
                    id,
                    List.of(),
                    List.of(new Spot(at.get(0).asDouble(), at.get(1).asDouble())));
        }
        List<List<Spot>> rings = new ArrayList<>();
        for (JsonNode polygon : geometry.get("arcs")) {
            for (JsonNode ring : polygon) {
                rings.add(ring(ring));
            }
        }
        return new Area(id, rings, List.of());
    }

    /** Lines one after the other; a negative number is a line walked backwards (its ones' complement). */
    private List<Spot> ring(JsonNode references) {
        List<Spot> ring = new ArrayList<>();
        for (JsonNode reference : references) {
            int number = reference.asInt();
            List<Spot> line = number < 0 ? lines.get(~number).reversed() : lines.get(number);
            ring.addAll(ring.isEmpty() ? line : line.subList(1, line.size()));
        }
        return ring;
    }
}
