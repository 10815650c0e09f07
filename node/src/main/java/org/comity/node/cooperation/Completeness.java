package org.comity.node.cooperation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.comity.node.frame.Said;

/** Which of the things that the route's provision asks for are said, and which are not. */
public record Completeness(String provision, List<Element> elements) {

    /** One thing asked for. @param id its provision, such as {@code ets185:29(2)(a)} */
    public record Element(String id, Said text, boolean filled) {}

    public Completeness {
        elements = List.copyOf(elements);
    }

    /**
     * Before a route is chosen, and under a provision that has no list of its own for preservation, the draft is measured by
     * ETS 185 art. 29(2).
     */
    public static Completeness of(PreservationRequest request, Optional<PlannedRoute> route) {
        var listed = route.map(PlannedRoute::contents).orElse(List.of()).stream()
                .map(PlannedRoute.Content::id)
                .filter(id -> PARAGRAPHS.stream().anyMatch(id::startsWith))
                .toList();
        var contents = listed.isEmpty() ? ARTICLE_29_2 : listed;
        return new Completeness(
                listed.isEmpty()
                        ? "ets185:29"
                        : route.map(PlannedRoute::provision).orElseThrow(),
                contents.stream().map(id -> element(id, request)).toList());
    }

    private static Element element(String id, PreservationRequest request) {
        var required = RequiredContent.of(id);
        return new Element(id, required.text(), required.isSaidIn(request));
    }

    public boolean isComplete() {
        return elements.stream().allMatch(Element::filled);
    }

    public long filled() {
        return elements.stream().filter(Element::filled).count();
    }

    public List<Element> missing() {
        return elements.stream().filter(element -> !element.filled()).toList();
    }

    /** The paragraphs that say what a request for preservation contains; they share their letters. */
    private static final List<String> PARAGRAPHS = List.of("ets185:29(2)", "uncc:42(3)", "arab2010:37(2)");

    private static final List<String> ARTICLE_29_2 = List.of(
            "ets185:29(2)(a)",
            "ets185:29(2)(b)",
            "ets185:29(2)(c)",
            "ets185:29(2)(d)",
            "ets185:29(2)(e)",
            "ets185:29(2)(f)");

    /** What a letter of those paragraphs means for a draft. */
    private enum RequiredContent {
        AUTHORITY("(a)", request -> true), // this node is the authority, and signs
        OFFENCE(
                "(b)",
                request -> !request.facts().isBlank()
                        && (!request.offence().provisions().isEmpty()
                                || !request.offence().description().isBlank())),
        DATA(
                "(c)",
                request -> !request.data().identifiers().isEmpty()
                        && !request.data().categories().isEmpty()
                        && !request.data().relation().isBlank()),
        CUSTODIAN(
                "(d)",
                request -> !request.data().provider().isBlank()
                        || !request.data().location().isBlank()),
        NECESSITY("(e)", request -> !request.safeguards().necessity().isBlank()),
        FOLLOW_UP("(f)", request -> request.followUp().intended()),
        /** UNCC art. 42(3)(g): only "as appropriate". */
        CONFIDENTIALITY("(g)", request -> true);

        private final String letter;
        private final Predicate<PreservationRequest> said;

        RequiredContent(String letter, Predicate<PreservationRequest> said) {
            this.letter = letter;
            this.said = said;
        }

        static RequiredContent of(String id) {
            for (var required : values()) {
                if (id.endsWith(required.letter)) {
                    return required;
                }
            }
            throw new IllegalArgumentException("Nothing in a draft answers to \"" + id + "\".");
        }

        Said text() {
            return Said.of(
                    "cooperation.element." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        boolean isSaidIn(PreservationRequest request) {
            return said.test(request);
        }
    }
}
