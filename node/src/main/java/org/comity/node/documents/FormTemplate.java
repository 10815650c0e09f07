package org.comity.node.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What a form asks for, in the order in which it asks.
 *
 * @param template whose fields it follows, in the words of the source
 * @param measures how the ids of a provision's elements begin, by provision; completeness is counted against them
 */
public record FormTemplate(
        FormKind kind, String template, SequencedMap<String, String> measures, List<Section> sections) {

    /** How much a field is needed. A conditional one is needed only where it applies, which a person decides. */
    public enum Need {
        MANDATORY,
        CONDITIONAL,
        OPTIONAL
    }

    /**
     * @param letter as the annexes of the European Union name their sections
     * @param apart starts a sheet of its own
     * @param keptFromProvider only authorities see it, such as supporting information under CETS 224 art. 8(3)(b)
     */
    public record Section(
            String key, Optional<String> letter, boolean apart, boolean keptFromProvider, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param key of the form's own vocabulary; the label stands under it in {@code messages/documents}
     * @param sources the elements of provisions that it answers, and the numbers of templates that it follows
     * @param or another field that may answer in its place
     */
    public record Field(String key, Need need, List<String> sources, Optional<String> or) {
        public Field {
            sources = List.copyOf(sources);
        }

        boolean answers(String element) {
            return sources.contains(element);
        }
    }

    public FormTemplate {
        sections = List.copyOf(sections);
    }

    public Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }

    public boolean has(String key) {
        return fields().anyMatch(field -> field.key().equals(key));
    }

    /** The provisions against which this form can be measured. */
    public List<String> provisions() {
        return List.copyOf(measures.keySet());
    }

    /** The elements that a provision asks for and this form answers, in the order of the form; none of an unknown provision. */
    public List<String> elementsOf(String provision) {
        var beginning = measures.get(provision);
        if (beginning == null) {
            return List.of();
        }
        var elements = new ArrayList<String>();
        fields().flatMap(field -> field.sources().stream())
                .filter(source -> source.startsWith(beginning))
                .filter(source -> !elements.contains(source))
                .forEach(elements::add);
        return List.copyOf(elements);
    }

    static FormTemplate of(FormKind kind, String template, Map<String, String> measures, List<Section> sections) {
        return new FormTemplate(kind, template, new java.util.LinkedHashMap<>(measures), sections);
    }
}
