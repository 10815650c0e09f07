package org.comity.node.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.node.journal.Journaled;

/** The circle of organisations without a node changed. */
record CorrespondentChanged(PartyId party, String what, Optional<MailContact> mail, String how, String actor)
        implements Journaled {

    static CorrespondentChanged entered(Correspondent entry, String by) {
        return new CorrespondentChanged(entry.party(), "correspondent-entered", entry.mail(), "", by);
    }

    static CorrespondentChanged confirmed(Correspondent entry, String how, String by) {
        return new CorrespondentChanged(entry.party(), "correspondent-confirmed", entry.mail(), how, by);
    }

    static CorrespondentChanged removed(Correspondent entry, String by) {
        return new CorrespondentChanged(entry.party(), "correspondent-removed", entry.mail(), "", by);
    }

    @Override
    public String subject() {
        return "party:" + party;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        mail.ifPresent(contact -> {
            details.put("address", contact.address());
            details.put("fingerprint", contact.fingerprint().hex());
        });
        if (!how.isEmpty()) {
            details.put("how", how);
        }
        return details;
    }
}
