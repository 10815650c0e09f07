package org.comity.node.frame;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence as it is stored: its key and the texts it is about. Whoever reads it later reads it in their language.
 *
 * @param key begins with the room's name, which is its bundle's too
 * @param about names, numbers and moments as texts
 */
public record Noted(String key, List<String> about) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Noted {
        about = List.copyOf(about);
    }

    public static Noted of(String key, String... about) {
        return new Noted(key, List.of(about));
    }

    /** As {@link #stored()} wrote it. */
    public static Noted read(String stored) {
        return JSON.readValue(stored, Noted.class);
    }

    public String stored() {
        return JSON.writeValueAsString(this);
    }

    public Said said() {
        return new Said(key, about);
    }

    /** For logs and the journal. */
    @Override
    public String toString() {
        return said().inEnglish();
    }
}
