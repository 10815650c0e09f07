package org.comity.node.evidence;

import java.io.IOException;
import org.comity.node.evidence.transfer.ChunkStream;
import org.comity.node.frame.Noted;

/** How what was offered comes here. */
@FunctionalInterface
interface FetchLine {

    /** The content from that place on. */
    ChunkStream open(long from, ChunkStream.Progress progress) throws IOException;

    /** What was offered can't be fetched, and trying again by itself would not help. */
    final class Barred extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Noted why;

        Barred(Noted why) {
            super(why.key());
            this.why = why;
        }

        Noted why() {
            return why;
        }
    }
}
