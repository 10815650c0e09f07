package org.comity.node.evidence.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.comity.node.frame.Said;

/**
 * Where sealed contents are kept once they are complete. Whoever runs it sees neither names nor content. All of it may fail
 * with {@link StoreUnavailable}.
 */
public interface Blobs {

    /**
     * Keeps a sealed file; when this returns, it survives a power cut here, and the file may be gone from where it was. May be
     * called again for the same content.
     */
    void keep(UUID content, Path sealed) throws IOException;

    boolean has(UUID content) throws IOException;

    Blob open(UUID content) throws IOException;

    /** Does nothing if it is not there. */
    void remove(UUID content) throws IOException;

    /** All that is kept; to find what nobody asks for any more. */
    List<UUID> all() throws IOException;

    /** Contents of which only a part came here, because a crash came between. */
    List<UUID> unfinished() throws IOException;

    /** Removes such a part, and nothing else. */
    void dropUnfinished(UUID content) throws IOException;

    /** Which store it is. */
    Said place();

    /** Does with a few bytes all that the vault needs of it, and leaves nothing behind. */
    void tryOut() throws IOException;

    /** One of them, read at any place. */
    interface Blob extends Closeable {

        long length() throws IOException;

        /** Reads exactly so many bytes; fewer are there only at the end. Returns how many. */
        int read(long position, byte[] target, int length) throws IOException;
    }
}
