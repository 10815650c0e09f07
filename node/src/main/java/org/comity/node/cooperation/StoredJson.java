package org.comity.node.cooperation;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values as they stand in jsonb columns: independent of how pages and interfaces are configured. */
final class StoredJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            // what a value can tell about itself is not part of it
            .changeDefaultVisibility(it -> it.withIsGetterVisibility(Visibility.NONE))
            // the zone of a moment is part of the evidence
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DateTimeFeature.WRITE_DATES_WITH_CONTEXT_TIME_ZONE)
            .build();

    private StoredJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> Optional<T> find(@Nullable String json, Class<T> type) {
        return json == null ? Optional.empty() : Optional.of(read(json, type));
    }
}
