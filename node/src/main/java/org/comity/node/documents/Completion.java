package org.comity.node.documents;

import java.util.List;
import org.comity.node.documents.FormTemplate.Field;
import org.comity.node.documents.FormTemplate.Need;
import org.comity.node.frame.Said;

/**
 * How much of what a provision asks for a form says: "article 31: 7 of 9". An element is said when each mandatory field that
 * answers it has a value; where only conditional fields answer it, one of them is enough. A reason for leaving something out
 * counts: the reader sees it in the place of the element.
 *
 * @param elements in the order of the form
 */
public record Completion(String provision, List<Element> elements) {

    /**
     * @param id the element's, such as {@code ets185:29(2)(b)}
     * @param fields what is still to be filled in, as labels; empty when said
     */
    public record Element(String id, Standing standing, List<Said> fields) {
        public Element {
            fields = List.copyOf(fields);
        }
    }

    public enum Standing {
        SAID,
        LEFT_OUT_WITH_REASON,
        MISSING
    }

    public Completion {
        elements = List.copyOf(elements);
    }

    static Completion of(Form form, String provision) {
        var template = form.kind().template();
        return new Completion(
                provision,
                template.elementsOf(provision).stream()
                        .map(id -> element(form, id))
                        .toList());
    }

    private static Element element(Form form, String id) {
        var answering = form.kind()
                .template()
                .fields()
                .filter(field -> field.answers(id))
                .toList();
        var needed = answering.stream()
                .filter(field -> field.need() == Need.MANDATORY)
                .toList();
        var asked = needed.isEmpty() ? answering : needed;
        var open = asked.stream().filter(field -> !isAnswered(form, field)).toList();
        var missing = needed.isEmpty() ? open.size() == asked.size() : !open.isEmpty();
        if (missing) {
            return new Element(
                    id, Standing.MISSING, open.stream().map(Completion::label).toList());
        }
        var excused = asked.stream()
                .anyMatch(field -> form.value(field.key())
                        .filter(FormValue.LeftOut.class::isInstance)
                        .isPresent());
        return new Element(id, excused ? Standing.LEFT_OUT_WITH_REASON : Standing.SAID, List.of());
    }

    private static boolean isAnswered(Form form, Field field) {
        return form.value(field.key()).isPresent()
                || field.or().flatMap(form::value).isPresent();
    }

    private static Said label(Field field) {
        return Said.of("documents.field." + field.key());
    }

    public long said() {
        return elements.stream()
                .filter(element -> element.standing() != Standing.MISSING)
                .count();
    }

    public boolean isComplete() {
        return said() == elements.size();
    }

    public List<Element> missing() {
        return elements.stream()
                .filter(element -> element.standing() == Standing.MISSING)
                .toList();
    }
}
