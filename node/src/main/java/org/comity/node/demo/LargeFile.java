package org.comity.node.demo;

import java.io.InputStream;
import java.util.Random;

/** A file of any size that is made while it is read: the same with each run, and no two of its pieces alike. */
final class LargeFile extends InputStream {

    private static final int PIECE = 1 << 20;

    private final byte[] piece = new byte[PIECE];
    private final long size;
    private long place;

    LargeFile(long size) {
        this.size = size;
        new Random(185).nextBytes(piece);
    }

    @Override
    public int read(byte[] target, int offset, int most) {
        if (most == 0) {
            return 0;
        }
        if (place == size) {
            return -1;
        }
        int within = (int) (place % PIECE);
        if (within == 0) {
            number(place / PIECE);
        }
        int count = (int) Math.min(Math.min(most, PIECE - within), size - place);
        System.arraycopy(piece, within, target, offset, count);
        place += count;
        return count;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private void number(long of) {
        for (int at = 0; at < Long.BYTES; at++) {
            piece[at] = (byte) (of >>> (Byte.SIZE * at));
        }
    }
}
