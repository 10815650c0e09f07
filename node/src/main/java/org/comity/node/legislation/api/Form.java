package org.comity.node.legislation.api;

import org.springframework.http.MediaType;

/** The form of an answer. */
enum Form {
    JSON(MediaType.APPLICATION_JSON),
    CSV(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8)),
    YAML(MediaType.APPLICATION_YAML);

    private final MediaType type;

    Form(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
