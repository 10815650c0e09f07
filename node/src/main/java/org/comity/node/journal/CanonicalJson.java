package org.comity.node.journal;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One text for one content: keys sorted, no white space (as RFC 8785 for the values that steps have). Has a mapper of
 * its own, since a setting of the node's could otherwise change what was committed to.
 */
final class CanonicalJson {

    private static final JsonMapper IN_ORDER = JsonMapper.builder()
            .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private CanonicalJson() {}

    /** As the step gave its details, in the order in which they are read. */
    static String write(Map<String, Object> details) {
        try {
            return IN_ORDER.writeValueAsString(details);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The step's details cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    static Map<String, Object> read(String json) {
        return IN_ORDER.readValue(json, OBJECT);
    }

    static String canonical(String json) {
        return SORTED.writeValueAsString(SORTED.readValue(json, OBJECT));
    }
}
