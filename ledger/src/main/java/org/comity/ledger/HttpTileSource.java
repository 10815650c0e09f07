package org.comity.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Reads a log where someone publishes it: the node itself, a plain web server, or a mirror. Nothing read is trusted. */
public final class HttpTileSource implements TileSource {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_CHECKPOINT = 1 << 20;

    private final HttpClient client;
    private final String prefix;

    /** @param prefix the log's URL prefix, below which {@code checkpoint} and {@code tile/} stand */
    public HttpTileSource(URI prefix) {
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        this.prefix = prefix.toString().endsWith("/") ? prefix.toString() : prefix + "/";
    }

    @Override
    public Optional<byte[]> read(Resource resource) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(prefix + resource.path()))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return switch (response.statusCode()) {
                    case 200 -> Optional.of(bounded(body, resource));
                    case 404, 410 -> Optional.empty();
                    default ->
                        throw new IOException(prefix + resource.path() + " answers " + response.statusCode() + ".");
                };
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Reading " + prefix + resource.path() + " was interrupted.", e);
        }
    }

    private byte[] bounded(InputStream body, Resource resource) throws IOException {
        int longest = longest(resource);
        byte[] content = body.readNBytes(longest + 1);
        if (content.length > longest) {
            throw new IOException(prefix + resource.path() + " is longer than the " + longest + " bytes it may have.");
        }
        return content;
    }

    private static int longest(Resource resource) {
        return switch (resource) {
            case Resource.LatestCheckpoint _ -> LONGEST_CHECKPOINT;
            case Resource.HashTile tile -> tile.width() * Hash.LENGTH;
            case Resource.EntryBundle bundle -> bundle.width() * (Short.BYTES + TileContent.LONGEST_ENTRY);
        };
    }
}
