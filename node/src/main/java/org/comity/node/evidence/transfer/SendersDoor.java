package org.comity.node.evidence.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.comity.ledger.Hash;

/**
 * Where the node that hands over is asked for the tree and for chunks. The thread that checks a chunk reads it from the socket
 * itself, whole: a client that reads ahead on threads of its own hands each 16 KiB from one to another, which took half as much
 * processor time again (docs/performance.md).
 *
 * @param secret by which this node proves to be the receiver
 */
public record SendersDoor(URI address, String secret, Chunks chunks) implements ChunkStream.Source {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(10);
    private static final Duration SILENT_FOR = Duration.ofMinutes(5);

    /** @throws IOException when the line breaks, or when it is not the tree of that root */
    public ChunkTree tree(String root) throws IOException {
        int most = Math.toIntExact(chunks.count() * Hash.LENGTH);
        try (var answer = answer(ask(URI.create(address + "/tree")), HttpURLConnection.HTTP_OK)) {
            return ChunkTree.read(answer.readNBytes(most), chunks, root);
        }
    }

    @Override
    public InputStream open(long first, long count) throws IOException {
        long from = chunks.sealedPlaceOf(first);
        long last = from + chunks.sealedLengthOf(first, count) - 1;
        var asked = ask(address);
        asked.setRequestProperty("Range", "bytes=%d-%d".formatted(from, last));
        return answer(asked, HttpURLConnection.HTTP_PARTIAL);
    }

    private HttpURLConnection ask(URI what) throws IOException {
        if (!(what.toURL().openConnection() instanceof HttpURLConnection asked)) {
            throw new IOException("Nothing can be fetched from %s, which is not reached over HTTP.".formatted(what));
        }
        asked.setInstanceFollowRedirects(false);
        asked.setConnectTimeout((int) CONNECTED_WITHIN.toMillis());
        asked.setReadTimeout((int) SILENT_FOR.toMillis());
        asked.setRequestProperty("Accept", "application/octet-stream");
        asked.setRequestProperty("Authorization", "Bearer " + secret);
        return asked;
    }

    private static InputStream answer(HttpURLConnection asked, int expected) throws IOException {
        int status = asked.getResponseCode();
        if (status != expected) {
            asked.disconnect();
            throw new IOException("The other node answered " + status + ".");
        }
        return asked.getInputStream();
    }

    /** Never the secret, which would end up in a log. */
    @Override
    public String toString() {
        return "SendersDoor[" + address + "]";
    }
}
