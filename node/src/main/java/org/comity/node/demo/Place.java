package org.comity.node.demo;

import java.util.List;

/**
 * Where a node of the demo stands, and who works there.
 *
 * @param name of its folder
 * @param preferredPort taken if free, otherwise any free one
 * @param particulars what else {@code node init} is told
 */
record Place(
        String name, String organisation, int preferredPort, List<ExercisePerson> people, List<String> particulars) {

    Place(String name, String organisation, int preferredPort, List<ExercisePerson> people, String... particulars) {
        this(name, organisation, preferredPort, people, List.of(particulars));
    }

    boolean isProvider() {
        return particulars.contains("provider");
    }
}
