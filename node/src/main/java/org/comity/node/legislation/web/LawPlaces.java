package org.comity.node.legislation.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The row of links that makes the pages of the law one place. A page that this node does not have is left out. */
@Component("lawPlaces")
class LawPlaces {

    /** A page in the row; {@code law.section.<name>} is its word. */
    public record Place(String name, String path) {}

    private static final List<Place> PLACES = List.of(
            new Place("states", "/law"),
            new Place("map", "/law/map"),
            new Place("instruments", "/law/instruments"),
            new Place("provisions", "/law/provisions"),
            new Place("compare", "/law/compare"),
            new Place("explorer", "/law/dual-criminality"),
            new Place("lab", "/law/lab"),
            new Place("changes", "/law/changes"),
            new Place("search", "/law/search"),
            new Place("download", "/law/download"),
            new Place("about", "/law/about"));

    private final ObjectProvider<RequestMappingHandlerMapping> pages;
    private volatile Set<String> known = Set.of();

    LawPlaces(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> pages) {
        this.pages = pages;
    }

    public List<Place> all() {
        Set<String> paths = paths();
        return PLACES.stream().filter(place -> paths.contains(place.path())).toList();
    }

    /** Whether a reader can tell that a fact has changed. */
    public boolean takesChanges() {
        return paths().contains("/law/changes/new");
    }

    /** The pages of a node do not change while it runs. */
    private Set<String> paths() {
        Set<String> found = known;
        if (found.isEmpty()) {
            found = read();
            known = found;
        }
        return found;
    }

    private Set<String> read() {
        return pages.getObject().getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getDirectPaths().stream())
                .collect(Collectors.toSet());
    }
}
