package org.comity.node.gazette;

import org.comity.node.identity.Role;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Those who can decide on an announcement are told that it waits. */
@Component
class TellingOfAnnouncements {

    private final ObjectProvider<Notices> notices;

    TellingOfAnnouncements(ObjectProvider<Notices> notices) {
        this.notices = notices;
    }

    void of(Received received) {
        received.announcement().known().ifPresent(kind -> {
            switch (kind) {
                case LAW_CHANGE -> tell(received, NoticeKind.LAW, Role.LAW_EXPERT);
                case DIRECTORY_CARD -> tell(received, NoticeKind.NODE, Role.ADMINISTRATOR);
                case NEED, OFFER -> {
                    if (received.isOpen()) {
                        tell(received, NoticeKind.ARRIVED, Role.COORDINATOR);
                    }
                }
                case GOOD_PRACTICE, REVOCATION -> {
                    // to be read when there is time for it
                }
            }
        });
    }

    private void tell(Received received, NoticeKind kind, Role role) {
        Notice notice = Notice.of(
                        kind,
                        GazetteAddresses.of(received),
                        "gazette.notice.waits." + received.announcement().kind(),
                        received.party().value(),
                        received.announcement().title())
                .once("gazette-" + received.party() + "-"
                        + received.announcement().id());
        notices.ifAvailable(telling -> telling.tell(Audience.with(role), notice));
    }
}
