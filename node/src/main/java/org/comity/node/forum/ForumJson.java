package org.comity.node.forum;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as they stand in jsonb columns and in shipped files. What a file leaves out is empty. */
final class ForumJson {

    private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(it -> it.withIsGetterVisibility(Visibility.NONE))
            .withConfigOverride(String.class, it -> it.setNullHandling(EMPTY))
            .withConfigOverride(List.class, it -> it.setNullHandling(EMPTY))
            .withConfigOverride(Map.class, it -> it.setNullHandling(EMPTY))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ForumJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> T as(Class<T> type, Map<String, Object> row) {
        return MAPPER.convertValue(row, type);
    }

    /** The rows of a shipped file: a list of maps. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(String file) {
        try (var in = ForumJson.class.getResourceAsStream("/forum/" + file)) {
            var loaded = new Load(LoadSettings.builder().setLabel(file).build())
                    .loadFromInputStream(java.util.Objects.requireNonNull(in, file));
            return (List<Map<String, Object>>) java.util.Objects.requireNonNull(loaded, file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("Can't read " + file, e);
        }
    }
}
