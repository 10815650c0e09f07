package org.comity.node.evidence.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** An authority that is asked over HTTP (RFC 3161 §3.4). It sees a digest, never a content. */
final class AskedAuthority implements TimestampAuthority {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NONCE_BITS = 64;

    private final URI address;
    private final SecureRandom random = new SecureRandom();

    AskedAuthority(URI address) {
        this.address = address;
    }

    @Override
    public byte[] stamp(byte[] sha256) throws IOException {
        var asking = new TimeStampRequestGenerator();
        asking.setCertReq(true);
        var question = asking.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(NONCE_BITS, random));
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/timestamp-query")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(question.getEncoded()))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("The timestamp authority answered " + answer.statusCode() + ".");
            }
            var response = new TimeStampResponse(answer.body());
            response.validate(question);
            if (response.getTimeStampToken() == null) {
                throw new IOException("The timestamp authority refused: " + response.getStatusString());
            }
            return response.getTimeStampToken().getEncoded();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("The node stopped while it waited for a timestamp.", stop);
        } catch (TSPException wrong) {
            throw new IOException("The timestamp authority answered something else: " + wrong.getMessage(), wrong);
        }
    }

    @Override
    public String name() {
        return address.toString();
    }
}
