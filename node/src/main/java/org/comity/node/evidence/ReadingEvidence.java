package org.comity.node.evidence;

import java.io.IOException;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.evidence.vault.Blobs;
import org.comity.node.evidence.vault.SealedContent;
import org.comity.node.evidence.vault.VaultKeys;
import org.comity.node.frame.Said;
import org.springframework.stereotype.Service;

/** Opens exhibits for the node's own work, such as sealing them. Whoever hands content out adds a step to its custody. */
@Service
public class ReadingEvidence {

    private final Exhibits exhibits;
    private final VaultKeys keys;
    private final Blobs blobs;

    ReadingEvidence(Exhibits exhibits, VaultKeys keys, Blobs blobs) {
        this.exhibits = exhibits;
        this.keys = keys;
        this.blobs = blobs;
    }

    /** The caller closes it. */
    public OpenExhibit open(ExhibitId id) throws IOException {
        Exhibit exhibit = exhibits.find(id).orElseThrow(EvidenceRefused::notThere);
        var key = exhibits.key(id)
                .orElseThrow(() -> new EvidenceRefused(
                        Why.NOT_ALLOWED, "", Said.of("evidence.refused.destroyed", exhibit.mark())));
        return new OpenExhibit(exhibit, SealedContent.open(blobs, id.value(), keys.unwrap(key, id.value())));
    }
}
