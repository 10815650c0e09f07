package org.comity.node.cooperation.web;

import java.util.ArrayList;
import java.util.List;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Request;
import org.comity.node.directory.Channel;
import org.comity.node.directory.Correspondent;
import org.comity.node.directory.Counterpart;
import org.comity.node.directory.Counterparts;
import org.comity.node.directory.MailContact;
import org.comity.node.directory.OwnNode;
import org.springframework.stereotype.Component;

/** Every organisation and role that will be able to read a request, said before it leaves; each channel has its own. */
@Component
class Readership {

    private final RequestSheets sheets;
    private final Counterparts counterparts;
    private final OwnNode own;
    private final Wording wording;

    Readership(RequestSheets sheets, Counterparts counterparts, OwnNode own, Wording wording) {
        this.sheets = sheets;
        this.counterparts = counterparts;
        this.own = own;
        this.wording = wording;
    }

    /** @param who organisation and roles; @param what which part they read */
    record Reader(String who, String what) {}

    List<Reader> of(RequestView view) {
        var readers = new ArrayList<Reader>();
        var restricted = view.caseFile().map(CaseFile::openTo).filter(roles -> roles.isEmpty());
        readers.add(new Reader(
                own.organisation(), wording.of(restricted.isPresent() ? "readers.own-assigned" : "readers.own-desk")));
        readers.add(new Reader(own.organisation(), wording.of("readers.own-oversight")));
        var request = view.request();
        var reached = request.counterpart().flatMap(counterparts::find);
        var way = reached.map(Counterpart::channel).orElse(Channel.AS4);
        readers.add(recipient(request, reached.map(Readership::address).orElse(""), way));
        switch (way) {
            case PACKET, MAIL, PAPER -> readers.add(carrier(way));
            case AS4, HI1 -> {}
        }
        readers.add(provider(request));
        readers.add(new Reader(wording.of("readers.others"), wording.of("readers.others-text." + way.token())));
        return readers;
    }

    private Reader recipient(Request request, String address, Channel way) {
        return request.counterpart()
                .map(party -> new Reader(
                        sheets.named(party),
                        way.leadsToANode() || way == Channel.HI1
                                ? wording.of("readers.recipient")
                                : wording.of("readers.recipient." + way.token(), address)))
                .orElseGet(() -> new Reader(wording.of("readers.unknown"), wording.of("readers.unknown-text")));
    }

    /** The mailbox, or the office where paper is handed in; empty for a node. */
    private static String address(Counterpart counterpart) {
        return counterpart instanceof Correspondent correspondent
                ? correspondent.mail().map(MailContact::address).orElse(correspondent.place())
                : "";
    }

    private Reader carrier(Channel way) {
        return new Reader(
                wording.of("readers.carrier." + way.token()), wording.of("readers.carrier-text." + way.token()));
    }

    private Reader provider(Request request) {
        var provider = request.content().data().provider();
        return new Reader(
                provider.isBlank() ? wording.of("readers.provider") : provider,
                request.content().confidentiality().wanted()
                        ? wording.of("readers.provider-silent")
                        : wording.of("readers.provider-free"));
    }
}
