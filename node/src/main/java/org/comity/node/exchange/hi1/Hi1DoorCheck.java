package org.comity.node.exchange.hi1;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.comity.node.checkup.Check;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Subject;
import org.comity.node.directory.OwnNode;
import org.comity.node.frame.Said;
import org.springframework.stereotype.Component;

/** Knocks at the own door twice: with a certificate that nobody has taken in, which is this node's own, and without one. */
@Component
class Hi1DoorCheck implements Check {

    private static final int SENT_AWAY = 403;

    private final OwnNode own;
    private final Hi1Settings settings;

    Hi1DoorCheck(OwnNode own, Hi1Settings settings) {
        this.own = own;
        this.settings = settings;
    }

    @Override
    public Subject subject() {
        return Subject.HI1_DOOR;
    }

    @Override
    public List<Finding> look() throws InterruptedException, GeneralSecurityException {
        Optional<Integer> port = settings.portOf(own);
        if (port.isEmpty()) {
            return List.of(Finding.unset(Said.of("checkup.hi1-door.none"), Said.of("checkup.hi1-door.none.to-do")));
        }
        String number = Integer.toString(port.get());
        int status;
        try {
            status = knock(port.get(), MutualTls.client(own.keys(), own.keys().signingCertificate()));
        } catch (IOException shut) {
            String why = shut.getMessage() == null ? shut.getClass().getSimpleName() : shut.getMessage();
            return List.of(Finding.failed(
                    Said.of("checkup.hi1-door.shut", number, why), Said.of("checkup.hi1-door.shut.to-do")));
        }
        if (status != SENT_AWAY) {
            return List.of(Finding.failed(
                    Said.of("checkup.hi1-door.stranger", number, Integer.toString(status)),
                    Said.of("checkup.hi1-door.to-do")));
        }
        return List.of(
                isOpenToTheNameless(port.get())
                        ? Finding.failed(Said.of("checkup.hi1-door.open", number), Said.of("checkup.hi1-door.to-do"))
                        : Finding.well(Said.of("checkup.hi1-door.well", number)));
    }

    private boolean isOpenToTheNameless(int port) throws InterruptedException, GeneralSecurityException {
        try {
            knock(port, MutualTls.nameless(own.keys().signingCertificate()));
            return true;
        } catch (HttpTimeoutException silence) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private int knock(int port, SSLContext tls) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .sslContext(tls)
                .build()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create("https://" + settings.address() + ":" + port + Hi1Party.PATH))
                                    .timeout(settings.answerTimeout())
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
