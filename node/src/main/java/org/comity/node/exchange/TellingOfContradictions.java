package org.comity.node.exchange;

import org.comity.node.identity.Role;
import org.comity.node.journal.Contradiction;
import org.comity.node.journal.HistoryContradicted;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Two histories of one journal are told to those who oversee and run this node; the other side's node tells its own. */
@Component
class TellingOfContradictions {

    private static final String PAGE = "/journal";

    private final ObjectProvider<Notices> notices;

    TellingOfContradictions(ObjectProvider<Notices> notices) {
        this.notices = notices;
    }

    @EventListener
    void tell(HistoryContradicted event) {
        Contradiction found = event.contradiction();
        Notice notice =
                Notice.of(NoticeKind.NODE, PAGE, key(found), found.party()).once("journal-contradiction-" + found.id());
        notices.ifAvailable(telling -> {
            telling.tell(Audience.with(Role.OVERSEER), notice);
            telling.tell(Audience.with(Role.ADMINISTRATOR), notice);
        });
    }

    private static String key(Contradiction found) {
        return switch (found.side()) {
            case THEIRS -> "exchange.notice.contradiction.theirs";
            case OURS -> "exchange.notice.contradiction.ours";
        };
    }
}
