package org.comity.law.matrix;

import java.util.List;
import java.util.Optional;
import org.comity.law.Offence;

/**
 * Kinds of assistance that stand alike for every pair of States, whatever their law: the same routes serve them, and make
 * the same of the question. {@link Memory} holds each once, so two are the same only if they are one.
 */
final class Kind {

    /**
     * Under which route, and for which conduct if the route asks for it, a State has a class; like the kind, it
     * is held once.
     *
     * @param number from 0, in the order in which they turned up
     */
    record Place(int number, int route, Optional<Offence> conduct) {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /** One route that serves, and what was said of it. */
    record Track(Place place, Verdicts verdicts, Conducts conducts) {

        int route() {
            return place.route();
        }
    }

    private final List<Track> tracks;
    private final Assistance example;

    Kind(List<Track> tracks, Assistance example) {
        this.tracks = tracks;
        this.example = example;
    }

    List<Track> tracks() {
        return tracks;
    }

    /** One of those that stand alike; what the planner says of it holds for all. */
    Assistance example() {
        return example;
    }
}
