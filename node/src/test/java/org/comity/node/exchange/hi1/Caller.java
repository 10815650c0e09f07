package org.comity.node.exchange.hi1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.comity.node.directory.NodeKeys;
import org.comity.node.directory.OwnNode;

/** A client that is not ours: bytes over TLS, with the certificate of its choice. */
final class Caller implements AutoCloseable {

    private final HttpClient client;
    private final URI url;

    private Caller(SSLContext tls, int port) {
        this.client = HttpClient.newBuilder().sslContext(tls).build();
        this.url = URI.create("https://127.0.0.1:" + port + "/hi1");
    }

    static Caller with(NodeKeys keys, OwnNode server, int port) {
        return new Caller(MutualTls.client(keys, server.card().signing()), port);
    }

    static Caller withoutCertificate(int port) throws GeneralSecurityException {
        var tls = SSLContext.getInstance("TLSv1.3");
        tls.init(null, new TrustManager[] {new Credulous()}, null);
        return new Caller(tls, port);
    }

    HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "text/xml")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> post(String body) throws IOException, InterruptedException {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    int get(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(url.resolve(path)).GET().build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static final class Credulous extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
