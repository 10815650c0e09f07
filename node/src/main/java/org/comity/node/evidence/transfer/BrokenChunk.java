package org.comity.node.evidence.transfer;

import java.io.IOException;

/** A chunk came that is not the one which the sender signed for. */
public final class BrokenChunk extends IOException {

    private static final long serialVersionUID = 1L;
    private final long chunk;

    BrokenChunk(long chunk, long of) {
        super("Chunk %d of %d arrived broken.".formatted(chunk + 1, of));
        this.chunk = chunk;
    }

    /** From 0. */
    public long chunk() {
        return chunk;
    }
}
