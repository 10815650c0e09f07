package org.comity.node.cooperation.web;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.MaintenanceNotice;
import org.comity.node.exchange.MaintenanceNotices;
import org.springframework.stereotype.Component;

/** Which nodes do not answer now or will not, by their own word: said on the board, and where one of them is chosen. */
@Component
class Silences {

    private final MaintenanceNotices notices;
    private final RequestSheets sheets;
    private final Wording wording;
    private final Clock clock;

    Silences(MaintenanceNotices notices, RequestSheets sheets, Wording wording, Clock clock) {
        this.notices = notices;
        this.sheets = sheets;
        this.wording = wording;
        this.clock = clock;
    }

    List<String> all() {
        return notices.ofPeers().stream().map(this::said).toList();
    }

    List<String> of(Collection<String> parties) {
        return notices.ofPeers().stream()
                .filter(notice -> parties.contains(notice.party().value()))
                .map(this::said)
                .toList();
    }

    private String said(MaintenanceNotice notice) {
        PartyId party = notice.party();
        var until = Moment.of(notice.until()).text();
        return notice.holdsAt(clock.instant())
                ? wording.of("silence.now", sheets.named(party), until, notice.text())
                : wording.of(
                        "silence.later",
                        sheets.named(party),
                        Moment.of(notice.from()).text(),
                        until,
                        notice.text());
    }
}
