package org.comity.node.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An organisation without a node. It counts as a counterpart once a second person has confirmed what the first entered.
 *
 * @param mail empty for one that is reached by hand alone
 * @param place where paper is handed in, such as an office and its counter; may be empty
 */
public record Correspondent(
        PartyId party,
        String organisation,
        Set<NodeFunction> functions,
        List<String> languages,
        Optional<MailContact> mail,
        String place,
        Instant addedAt,
        String addedBy,
        Optional<Confirmed> confirmed)
        implements Counterpart {

    public Correspondent {
        functions = Set.copyOf(functions);
        languages = List.copyOf(languages);
    }

    /**
     * That a second person checked the entry with the organisation.
     *
     * @param how by which source, such as a call back to a number known before
     */
    public record Confirmed(Instant at, String by, String how) {}

    @Override
    public Channel channel() {
        return mail.isPresent() ? Channel.MAIL : Channel.PAPER;
    }
}
