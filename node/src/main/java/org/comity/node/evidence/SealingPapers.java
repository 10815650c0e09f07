package org.comity.node.evidence;

import org.comity.node.evidence.seal.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Signs what leaves the node as a PDF (PAdES, ETSI EN 319 142-1), so that whoever gets it by mail or on paper's way can tell
 * whose it is. Signing asks nobody outside, and no trouble with it holds a request up.
 */
@Service
public class SealingPapers {

    private static final Logger log = LoggerFactory.getLogger(SealingPapers.class);

    private final ObjectProvider<Sealer> sealer;

    SealingPapers(ObjectProvider<Sealer> sealer) {
        this.sealer = sealer;
    }

    /** With the node's seal inside; as it was if the node can't seal, since an emergency can't wait for that. */
    public byte[] sealed(byte[] pdf) {
        try {
            return sealer.getObject().signPdf(pdf);
        } catch (RuntimeException unable) {
            log.warn(
                    "A form goes out without a seal. See whether the keys of the node can be read: {}",
                    unable.toString());
            return pdf;
        }
    }
}
