package org.comity.node.settings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings under {@code comity.}, from the command line, the environment ({@code COMITY_STATE}) or the file
 * {@code comity.properties} in the home folder.
 *
 * @param home the folder that holds all that this node keeps: database, keys, logs
 * @param state the State whose authority runs the node, ISO 3166-1 alpha-2
 * @param organisation the authority's name as peers and pages show it
 * @param publicUrl the address under which people and peers reach the node; sign-in cookies and passkeys depend on it
 * @param exercise the node plays: its clock can be advanced, and every page says so
 */
@Validated
@ConfigurationProperties("comity")
public record ComitySettings(
        @NotNull Path home,

        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a State's two-letter code (ISO 3166-1), for example PT")
        String state,

        @NotBlank String organisation,
        @NotNull URI publicUrl,
        @DefaultValue("false") boolean exercise,
        @DefaultValue Database database) {

    /** @param url an external database; without it the node starts its own */
    public record Database(Optional<String> url) {
        public Database {
            url = url.filter(text -> !text.isBlank());
        }
    }
}
