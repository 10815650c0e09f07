package org.comity.node.exchange.hi1;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.ErrorCode;
import org.comity.hi1.HI1Message;
import org.comity.hi1.Header;
import org.comity.hi1.Hi1Exception;
import org.comity.hi1.Hi1Reader;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.Payload;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Hi1CallFailed;
import org.comity.node.exchange.Hi1Calls;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes HI-1 calls. A request is journaled when it is written, before it leaves, and its answer when it comes. */
@Component
class CallingParties implements Hi1Calls, DisposableBean {

    private final OwnNode own;
    private final StoredParties parties;
    private final Hi1Settings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ConcurrentMap<X509Certificate, HttpClient> clients = new ConcurrentHashMap<>();

    CallingParties(
            OwnNode own,
            StoredParties parties,
            Hi1Settings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.own = own;
        this.parties = parties;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public HI1Message request(PartyId to, UUID id, List<ActionRequest> actions) {
        HI1Message request = new HI1Message(
                Header.of(Hi1Party.endpoint(own), parties.require(to).endpoint(), id, clock.instant()),
                new Payload.Requests(actions));
        byte[] bytes = Hi1Writer.write(request);
        transaction.executeWithoutResult(status -> events.publishEvent(Hi1Step.asked(to, id, bytes, own.party())));
        return request;
    }

    @Override
    public List<ActionResponse> call(PartyId to, HI1Message request) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A call may be slow; it is made outside of transactions.");
        }
        Hi1Party party = parties.find(to)
                .orElseThrow(() -> Hi1CallFailed.untrusted(
                        "%s is no longer in this node's directory; add its card again.".formatted(to), null));
        UUID id = request.header().transaction();
        byte[] sent = Hi1Writer.write(request);
        byte[] received = exchange(party, sent);
        HI1Message answer = read(party, received);
        requireAnswerTo(party, request, answer);
        transaction.executeWithoutResult(status -> events.publishEvent(Hi1Step.called(to, id, sent, received)));
        return answers(party, ((Payload.Requests) request.payload()).actions().size(), answer);
    }

    private byte[] exchange(Hi1Party party, byte[] sent) {
        HttpRequest request = HttpRequest.newBuilder(party.url())
                .timeout(settings.answerTimeout())
                .header("Content-Type", "text/xml;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent))
                .build();
        HttpResponse<byte[]> response;
        try {
            response = client(party.certificate())
                    .send(
                            request,
                            HttpResponse.BodyHandlers.limiting(
                                    HttpResponse.BodyHandlers.ofByteArray(), settings.mostBytes()));
        } catch (SSLHandshakeException e) {
            throw Hi1CallFailed.untrusted(
                    "At %s answers someone whose certificate is not that of %s. Nothing was sent. Telephone, and compare."
                            .formatted(party.url(), party.party()),
                    e);
        } catch (IOException e) {
            throw Hi1CallFailed.unanswered(
                    "%s gave no answer at %s. The same request may be sent again."
                            .formatted(party.party(), party.url()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Hi1CallFailed.unanswered("The call to %s was broken off.".formatted(party.party()), e);
        }
        return switch (response.statusCode()) {
            case 200 -> response.body();
            case 403 ->
                throw Hi1CallFailed.untrusted(
                        "%s does not know this node's certificate. Give it the node's card.".formatted(party.party()),
                        null);
            default ->
                throw Hi1CallFailed.unanswered(
                        "%s can't take HI-1 now (HTTP %d). The same request may be sent again."
                                .formatted(party.party(), response.statusCode()),
                        null);
        };
    }

    private HI1Message read(Hi1Party party, byte[] received) {
        try {
            return Hi1Reader.read(received, Hi1Reader.Limits.DEFAULT.withMaxBytes(settings.mostBytes()));
        } catch (Hi1Exception e) {
            throw Hi1CallFailed.unanswered(
                    "What %s answered can't be read: %s.".formatted(party.party(), e.getMessage()), e);
        }
    }

    /** An answer repeats the endpoints and the transaction of its request. */
    private static void requireAnswerTo(Hi1Party party, HI1Message request, HI1Message answer) {
        Header asked = request.header();
        Header answered = answer.header();
        if (!answered.transaction().equals(asked.transaction())
                || !answered.sender().equals(asked.sender())
                || !answered.receiver().equals(asked.receiver())) {
            throw Hi1CallFailed.unanswered(
                    "What %s answered belongs to another request.".formatted(party.party()), null);
        }
    }

    private static List<ActionResponse> answers(Hi1Party party, int actions, HI1Message answer) {
        return switch (answer.payload()) {
            case Payload.Responses responses when responses.actions().size() == actions -> responses.actions();
            case Payload.Refusal refusal ->
                throw Hi1CallFailed.refused(
                        "%s refuses the request: %s (%d)"
                                .formatted(
                                        party.party(),
                                        refusal.error().description(),
                                        refusal.error().code()),
                        refusal.error()
                                .meaning()
                                .filter(ErrorCode.TRANSIENT::equals)
                                .isPresent(),
                        refusal.error());
            case Payload.Responses responses ->
                throw Hi1CallFailed.unanswered(
                        "%s answered %d of %d actions."
                                .formatted(party.party(), responses.actions().size(), actions),
                        null);
            case Payload.Requests requests ->
                throw Hi1CallFailed.unanswered("%s answered with a request.".formatted(party.party()), null);
        };
    }

    /** Speaks with whoever has that certificate, and with nobody else. */
    HttpClient client(X509Certificate server) {
        return clients.computeIfAbsent(server, certificate -> {
            var parameters = new SSLParameters();
            parameters.setProtocols(new String[] {MutualTls.PROTOCOL});
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(settings.connectTimeout())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .sslContext(MutualTls.client(own.keys(), certificate))
                    .sslParameters(parameters)
                    .build();
        });
    }

    @Override
    public void destroy() {
        clients.values().forEach(HttpClient::shutdownNow);
    }
}
