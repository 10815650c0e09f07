package org.comity.node.exchange;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.comity.ledger.AddCheckpoint;
import org.comity.node.exchange.as4.As4;
import org.comity.node.exchange.as4.SealedMessage;
import org.comity.node.journal.OtherJournal;

/** Carries sealed bytes to a peer by HTTP and brings back what it answered. Follows no redirect: the card says where. */
final class Post {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What came back, of which nothing is proved yet. */
    record Reply(int status, Optional<String> contentType, byte[] body) {}

    Reply deliver(URI endpoint, SealedMessage message) throws IOException {
        return send(endpoint, message.contentType(), message.body());
    }

    /** To a witness (c2sp.org/tlog-witness). */
    Reply send(OtherJournal witness, AddCheckpoint asked) throws IOException {
        return send(witness.published().resolve("add-checkpoint"), "text/plain;charset=utf-8", asked.bytes());
    }

    private Reply send(URI endpoint, String contentType, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(ANSWER)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(
                    request,
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), As4.MOST_BODY_BYTES));
            return new Reply(response.statusCode(), response.headers().firstValue("Content-Type"), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("this node is stopping", e);
        }
    }

    /** Last word of its message key. */
    static String why(IOException failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _ -> "no-connection";
            case HttpTimeoutException _ -> "no-answer";
            case ConnectException connect ->
                connect.getCause() instanceof UnknownHostException ? "unknown-host" : "unreachable";
            case SSLException _ -> "tls";
            default -> "broken-off";
        };
    }
}
