package org.comity.ledger;

import java.io.IOException;
import java.util.Optional;

/** Where what a log publishes can be read: a folder, a web address, memory. */
@FunctionalInterface
public interface TileSource {

    /** Empty if nothing is there under that name. */
    Optional<byte[]> read(Resource resource) throws IOException;
}
