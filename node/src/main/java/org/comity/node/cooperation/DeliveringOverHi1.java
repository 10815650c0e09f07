package org.comity.node.cooperation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.evidence.DeliveryLine;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.ReleasingEvidence;
import org.comity.node.exchange.Hi1Contents;
import org.comity.node.exchange.Hi1Downloads;
import org.springframework.stereotype.Component;

/** Joins the vault with HI-1, which know nothing of each other: what was delivered goes out, what a delivery names comes in. */
@Component
class DeliveringOverHi1 implements Hi1Contents, DeliveryLine {

    private final ReleasingEvidence releasing;
    private final Hi1Downloads downloads;

    DeliveringOverHi1(ReleasingEvidence releasing, Hi1Downloads downloads) {
        this.releasing = releasing;
        this.downloads = downloads;
    }

    @Override
    public Optional<Content> find(PartyId party, UUID id) {
        return releasing.delivered(id, party).map(exhibit -> content(id, exhibit));
    }

    private Content content(UUID id, Exhibit exhibit) {
        return new Content() {
            @Override
            public String name() {
                return exhibit.particulars().name();
            }

            @Override
            public String sha256() {
                return exhibit.sha256();
            }

            @Override
            public long size() {
                return exhibit.size();
            }

            @Override
            public void copy(long from, long count, OutputStream target) throws IOException {
                releasing.copy(id, exhibit.id(), from, count, target);
            }
        };
    }

    @Override
    public boolean isTheirs(PartyId party, URI address) {
        return downloads.isTheirs(party, address);
    }

    @Override
    public InputStream open(PartyId party, URI address, long place) throws IOException {
        return downloads.open(party, address, place);
    }
}
