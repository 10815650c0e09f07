package org.comity.law;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/** Which copies of texts were read ({@code sources.yaml}). */
final class Sources {

    private final Map<String, String> byKey = new HashMap<>();

    static Sources read(DataFiles files) {
        Sources sources = new Sources();
        YamlTree.read(files, "sources.yaml")
                .need("sources")
                .entries()
                .forEach((key, value) -> sources.byKey.put(key, value.text()));
        return sources;
    }

    /** The source that a row names: an address, or a key of the list. */
    String cited(Located word) {
        if (word.text().startsWith("http")) {
            return word.text();
        }
        return Optional.ofNullable(byKey.get(word.text()))
                .orElseThrow(() -> word.fault("there is no source “" + word.text() + "” in sources.yaml"));
    }
}
