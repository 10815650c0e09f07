package org.comity.node.kept;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as they stand in jsonb columns. What is left out is empty. */
public final class KeptJson {

    private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(it -> it.withIsGetterVisibility(Visibility.NONE))
            .withConfigOverride(String.class, it -> it.setNullHandling(EMPTY))
            .withConfigOverride(List.class, it -> it.setNullHandling(EMPTY))
            .withConfigOverride(Map.class, it -> it.setNullHandling(EMPTY))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private KeptJson() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** A row of a file that ships with the node. */
    public static <T> T as(Class<T> type, Map<String, Object> row) {
        return MAPPER.convertValue(row, type);
    }
}
