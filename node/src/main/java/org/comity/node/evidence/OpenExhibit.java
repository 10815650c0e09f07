package org.comity.node.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.comity.node.evidence.vault.SealedContent;

/** An exhibit's content in the clear, from any place on, authenticated before it is given out. For one reader at a time. */
public final class OpenExhibit implements Closeable {

    private final Exhibit exhibit;
    private final SealedContent content;

    OpenExhibit(Exhibit exhibit, SealedContent content) {
        this.exhibit = exhibit;
        this.content = content;
    }

    public Exhibit exhibit() {
        return exhibit;
    }

    public long size() {
        return content.size();
    }

    /** Writes so many bytes from that place on, or those that there are. */
    public void copy(long from, long count, OutputStream target) throws IOException {
        content.copy(from, count, target);
    }

    /** Reads exactly so many bytes from that place on. */
    void read(long from, byte[] target, int count) throws IOException {
        content.read(from, target, count);
    }

    /** All from that place on; closing the stream closes the exhibit. */
    public InputStream from(long place) {
        return content.from(place);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
