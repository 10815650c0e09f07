package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedLogTests {

    private final MemoryTileStore store = new MemoryTileStore();

    @Test
    void aFollowerReadsOverHttpWhatIsInTheTree() throws IOException {
        Log log = Log.open(store, LogTests.ORIGIN, LogTests.SIGNER);
        log.append(LogTests.entries(0, 300));
        Checkpoint before = Checkpoint.parse(log.checkpoint().text());
        log.append(LogTests.entries(300, 1000));
        HttpServer server = serve();
        try {
            URI prefix = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/log");
            PublishedLog read = PublishedLog.open(new HttpTileSource(prefix), LogTests.ORIGIN, LogTests.SIGNER.key());
            read.recompute();
            assertThat(read.checkpoint().size()).isEqualTo(1000);
            assertThat(read.extendsFrom(before)).isTrue();
            assertThat(read.entries(250, 520)).containsExactlyElementsOf(LogTests.entries(250, 520));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRewrittenLogDoesNotExtendWhatWasSeen() throws IOException {
        Log first = Log.open(new MemoryTileStore(), LogTests.ORIGIN, LogTests.SIGNER);
        first.append(LogTests.entries(0, 300));
        Checkpoint seen = Checkpoint.parse(first.checkpoint().text());
        Log.open(store, LogTests.ORIGIN, LogTests.SIGNER).append(LogTests.entries(1, 500));

        assertThat(published().extendsFrom(seen)).isFalse();
    }

    @Test
    void aShorterLogDoesNotExtendWhatWasSeen() throws IOException {
        Log.open(store, LogTests.ORIGIN, LogTests.SIGNER).append(LogTests.entries(0, 10));
        GrowingTree longer = GrowingTree.of(LogTests.entries(0, 11));
        assertThat(published().extendsFrom(Checkpoint.of(LogTests.ORIGIN, 11, longer.root(11))))
                .isFalse();
    }

    @Test
    void tilesAndEntriesThatAreNotTheTreesAreRefused() throws IOException {
        Log.open(store, LogTests.ORIGIN, LogTests.SIGNER).append(LogTests.entries(0, 700));
        alter(new Resource.HashTile(0, 1, 256));
        assertThatThrownBy(() -> published().recompute()).isInstanceOf(CorruptLog.class);
        alter(new Resource.HashTile(0, 1, 256));
        alter(new Resource.EntryBundle(0, 256));
        assertThatThrownBy(() -> published().entries(0, 256)).isInstanceOf(CorruptLog.class);
        alter(new Resource.HashTile(1, 0, 2));
        assertThatThrownBy(this::published).isInstanceOf(CorruptLog.class);
    }

    private PublishedLog published() throws IOException {
        return PublishedLog.open(store, LogTests.ORIGIN, LogTests.SIGNER.key());
    }

    private void alter(Resource resource) {
        byte[] content = store.read(resource).orElseThrow();
        content[content.length - 1] ^= 1;
        store.write(Map.of(resource, content));
    }

    private HttpServer serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", exchange -> {
            Optional<byte[]> content =
                    store.read(Resource.parse(exchange.getRequestURI().getPath().substring("/log/".length())));
            exchange.sendResponseHeaders(
                    content.isPresent() ? 200 : 404,
                    content.map(it -> (long) it.length).orElse(-1L));
            if (content.isPresent()) {
                exchange.getResponseBody().write(content.get());
            }
            exchange.close();
        });
        server.start();
        return server;
    }
}
