package org.comity.node.forum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Files of the forum that ship with the node. */
final class ForumFile {

    private ForumFile() {}

    /** A list of maps. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(String file) {
        try (var in = ForumFile.class.getResourceAsStream("/forum/" + file)) {
            var loaded = new Load(LoadSettings.builder().setLabel(file).build())
                    .loadFromInputStream(Objects.requireNonNull(in, file));
            return (List<Map<String, Object>>) Objects.requireNonNull(loaded, file);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file, e);
        }
    }
}
