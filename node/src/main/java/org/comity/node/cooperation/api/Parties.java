package org.comity.node.cooperation.api;

import org.comity.node.cooperation.act.Answers;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Said;
import org.jspecify.annotations.Nullable;

/** Nodes as programs name them. */
final class Parties {

    private Parties() {}

    /** @throws Answers.Unreadable for what names no node */
    static PartyId named(String field, @Nullable String text) {
        try {
            return new PartyId(text == null ? "" : text.strip());
        } catch (IllegalArgumentException noParty) {
            throw new Answers.Unreadable(field, Said.of("cooperation.wrong.party"));
        }
    }
}
