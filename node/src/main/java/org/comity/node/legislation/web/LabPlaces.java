package org.comity.node.legislation.web;

import java.util.List;
import org.springframework.stereotype.Component;

/** The pages of the policy lab, in the order of its tabs. */
@Component("labPlaces")
class LabPlaces {

    /** A tab; {@code law.lab.tab.<name>} is its word. */
    public record Tab(String name, String path) {}

    public List<Tab> all() {
        return List.of(
                new Tab("matrix", "/law/lab"),
                new Tab("what-if", "/law/lab/what-if"),
                new Tab("ranking", "/law/lab/ranking"),
                new Tab("history", "/law/lab/history"));
    }
}
