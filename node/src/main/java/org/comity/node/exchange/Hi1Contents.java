package org.comity.node.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;

/** What parties may fetch from this node over HI-1, beside its messages. The room that released it implements this. */
public interface Hi1Contents {

    /** Empty for a party to which it was not released, as if it were not there. */
    Optional<Content> find(PartyId party, UUID id);

    /** Something that never changes. */
    interface Content {

        String name();

        /** In lower-case hexadecimal digits. */
        String sha256();

        long size();

        void copy(long from, long count, OutputStream target) throws IOException;
    }
}
