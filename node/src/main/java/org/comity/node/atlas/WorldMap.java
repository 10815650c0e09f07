package org.comity.node.atlas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.comity.law.State;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.stereotype.Component;

/**
 * Draws maps. What a page knows of each State goes in; a picture comes out, which {@code legislation/map :: world}
 * shows. Outlines are computed once for each view; a picture then costs one look at each State.
 */
@Component
public class WorldMap {

    private static final double DOT = 4.5;
    /** A finger needs 24 pixels (WCAG 2.2, 2.5.8). */
    private static final double REACH = 12;

    private final List<Shapes.Area> areas = Shapes.read();
    private final Map<View, List<Outline>> outlines = new ConcurrentHashMap<>();
    private final CurrentLaw law;

    WorldMap(CurrentLaw law) {
        this.law = law;
    }

    /** @param mark what is said of a State; a State without a mark is drawn as land */
    public Picture picture(View view, Function<State, Optional<Mark>> mark) {
        Sheet sheet = view.sheet();
        Map<String, State> states = byNumber();
        StringBuilder land = new StringBuilder();
        List<Picture.Shape> shapes = new ArrayList<>();
        List<Picture.Dot> dots = new ArrayList<>();
        for (Outline outline : outlines.computeIfAbsent(view, this::draw)) {
            State state = states.get(outline.id());
            Mark said = Optional.ofNullable(state).flatMap(mark).orElse(null);
            if (state == null || said == null) {
                land.append(outline.path());
                continue;
            }
            String code = state.code().value();
            if (!outline.path().isEmpty()) {
                shapes.add(new Picture.Shape(code, outline.path(), said));
            }
            outline.dot()
                    .ifPresent(at -> dots.add(new Picture.Dot(
                            code,
                            Math.round(at.x()),
                            Math.round(at.y()),
                            Math.round(DOT * sheet.pixel()),
                            Math.round(REACH * sheet.pixel()),
                            said)));
        }
        return new Picture(view, sheet.width(), sheet.height(), land.toString(), shapes, dots);
    }

    /** The map knows a State by its M49 number, or by its code where it has none. */
    private Map<String, State> byNumber() {
        Map<String, State> states = new HashMap<>();
        law.now()
                .states()
                .forEach(
                        state -> states.put(state.m49().isEmpty() ? state.code().value() : state.m49(), state));
        return states;
    }

    private List<Outline> draw(View view) {
        Sheet sheet = view.sheet();
        return areas.stream().flatMap(area -> sheet.draw(area).stream()).toList();
    }
}
