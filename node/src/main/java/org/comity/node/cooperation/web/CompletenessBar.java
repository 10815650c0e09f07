package org.comity.node.cooperation.web;

import java.util.List;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.request.Completeness;

/** How much of what the provision asks for is said. */
record CompletenessBar(String provision, long filled, int of, List<Element> elements) {

    /** One thing that is asked for. @param text message key */
    record Element(String text, String cite, boolean filled) {}

    static CompletenessBar of(Completeness completeness, Citations citations) {
        return new CompletenessBar(
                citations.of(completeness.provision()),
                completeness.filled(),
                completeness.elements().size(),
                completeness.elements().stream()
                        .map(it -> new Element(it.text().key(), citations.of(it.id()), it.filled()))
                        .toList());
    }
}
