package org.comity.node.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.documents.FormTemplate.Field;
import org.comity.node.documents.FormTemplate.Need;
import org.comity.node.documents.FormTemplate.Section;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The forms of {@code documents/forms.yaml}. A form that is missing, or a field without a source, is refused on loading. */
final class FormTemplates {

    static final FormTemplates SHIPPED = read();

    private final Map<FormKind, FormTemplate> byKind;

    private FormTemplates(Map<FormKind, FormTemplate> byKind) {
        this.byKind = byKind;
    }

    FormTemplate of(FormKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }

    private static FormTemplates read() {
        try (var file = FormTemplates.class.getResourceAsStream("/documents/forms.yaml")) {
            return read(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the forms.", e);
        }
    }

    private static FormTemplates read(InputStream file) {
        var forms = new EnumMap<FormKind, FormTemplate>(FormKind.class);
        map(new Load(LoadSettings.builder().setLabel("forms.yaml").build()).loadFromInputStream(file))
                .forEach((token, form) -> {
                    var kind = FormKind.ofToken(token);
                    forms.put(kind, template(kind, map(form)));
                });
        for (var kind : FormKind.values()) {
            if (!forms.containsKey(kind)) {
                throw new IllegalStateException("forms.yaml has no form " + kind.token() + ".");
            }
        }
        return new FormTemplates(forms);
    }

    private static FormTemplate template(FormKind kind, Map<String, Object> form) {
        var letters = list(form.get("letters"));
        var apart = list(form.get("apart"));
        var kept = list(form.get("kept_from_provider"));
        var sections = new ArrayList<Section>();
        map(form.get("sections"))
                .forEach((key, fields) -> sections.add(new Section(
                        key,
                        letters.isEmpty() ? Optional.empty() : Optional.of(letters.get(sections.size())),
                        apart.contains(key),
                        kept.contains(key),
                        map(fields).entrySet().stream()
                                .map(field -> field(field.getKey(), map(field.getValue())))
                                .toList())));
        var measures = map(form.get("measures")).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> it.getValue().toString(), (a, _) -> a, java.util.LinkedHashMap::new));
        return FormTemplate.of(kind, String.valueOf(form.get("template")), measures, sections);
    }

    private static Field field(String key, Map<String, Object> field) {
        for (var need : Need.values()) {
            var sources = list(field.get(need.name().toLowerCase(Locale.ROOT)));
            if (!sources.isEmpty()) {
                return new Field(
                        key, need, sources, Optional.ofNullable(field.get("or")).map(Object::toString));
            }
        }
        throw new IllegalStateException("The field " + key + " in forms.yaml has no source.");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<String> list(@org.jspecify.annotations.Nullable Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(Object::toString).toList();
    }
}
