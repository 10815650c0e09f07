package org.comity.law;

import java.util.List;
import java.util.Set;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/**
 * The elements of an offence as its treaty, or the data set for its own subjects, describes it.
 *
 * @param always what the offence always has
 * @param mayAsk what a State may ask in addition
 * @param attemptOf offences of which this provision makes the attempt an offence
 */
public record OffenceElements(Elements always, Elements mayAsk, List<String> attemptOf) {

    static final OffenceElements NONE = new OffenceElements(Elements.NONE, Elements.NONE, List.of());

    static OffenceElements read(YamlTree tree) {
        tree.entries(Set.of("always", "may_ask", "attempt_of", "note"));
        return new OffenceElements(
                elements(tree, "always").withIncluded(),
                elements(tree, "may_ask"),
                tree.words("attempt_of").stream().map(Located::text).toList());
    }

    static Elements elements(YamlTree tree, String key) {
        return Elements.of(tree.words(key).stream()
                .map(word -> Words.read(word, Element.class, "element"))
                .toList());
    }
}
