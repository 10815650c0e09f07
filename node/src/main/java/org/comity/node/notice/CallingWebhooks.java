package org.comity.node.notice;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.comity.node.identity.Role;
import org.comity.node.identity.SecretSeal;
import org.comity.node.notice.Webhook.Delivery;
import org.comity.node.notice.Webhooks.Outcome;
import org.comity.node.time.WallClock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls a webhook until it answers with a status of success, ten times within some three days. */
@Component
class CallingWebhooks implements DisposableBean {

    /** Waits between attempts, as the Standard Webhooks specification proposes them. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private final Webhooks webhooks;
    private final Notices notices;
    private final SecretSeal seal;
    private final WebhookSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Clock wallClock;
    private final CloseableHttpClient client;

    CallingWebhooks(
            Webhooks webhooks,
            Notices notices,
            SecretSeal seal,
            WebhookSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock,
            @WallClock Clock wallClock) {
        this.webhooks = webhooks;
        this.notices = notices;
        this.seal = seal;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.wallClock = wallClock;
        this.client = client(settings);
    }

    /** What came of a call. */
    private record Answer(Optional<Integer> status, Optional<String> trouble) {

        static Answer of(int status) {
            return new Answer(Optional.of(status), Optional.empty());
        }

        static Answer none(String why) {
            return new Answer(Optional.empty(), Optional.of(why));
        }

        boolean isSuccess() {
            return status.filter(code -> code >= 200 && code < 300).isPresent();
        }

        /** 410 says that nobody is there any more. */
        boolean isFarewell() {
            return status.filter(code -> code == 410).isPresent();
        }
    }

    /** @return when to try again; empty when it was taken or given up */
    Optional<Instant> attempt(UUID id) {
        var delivery = webhooks.delivery(id);
        var webhook = delivery.flatMap(it -> webhooks.find(it.webhook()))
                .filter(it -> it.disabledAt().isEmpty());
        if (delivery.isEmpty() || webhook.isEmpty() || delivery.get().doneAt().isPresent()) {
            return Optional.empty();
        }
        var answer = call(webhook.get(), delivery.get());
        Optional<Instant> again = transaction.execute(_ -> settle(webhook.get(), delivery.get(), answer));
        return again == null ? Optional.empty() : again;
    }

    private Optional<Instant> settle(Webhook webhook, Delivery delivery, Answer answer) {
        var now = clock.instant();
        if (answer.isSuccess()) {
            webhooks.attempted(delivery.id(), answer.status(), answer.trouble(), now, Outcome.TAKEN);
            webhooks.tookIt(webhook.id());
            return Optional.empty();
        }
        boolean last = delivery.attempts() >= WAITS.size();
        var failingSince = webhooks.failed(webhook.id(), now);
        if (answer.isFarewell() || !failingSince.plus(settings.disableAfter()).isAfter(now)) {
            disable(webhook, now);
            last = true;
        }
        webhooks.attempted(
                delivery.id(), answer.status(), answer.trouble(), now, last ? Outcome.GIVEN_UP : Outcome.TRIED_AGAIN);
        return last ? Optional.empty() : Optional.of(now.plus(WAITS.get(delivery.attempts())));
    }

    private void disable(Webhook webhook, Instant now) {
        webhooks.disable(webhook.id(), Optional.of(now));
        events.publishEvent(KeepingWebhooks.WebhookChanged.by("clock", "webhook-disabled", webhook));
        notices.tell(
                Audience.with(Role.ADMINISTRATOR),
                Notice.of(NoticeKind.NODE, "/webhooks/" + webhook.id(), "notice.webhook-disabled", webhook.name()));
    }

    private Answer call(Webhook webhook, Delivery delivery) {
        var at = wallClock.instant();
        var id = "msg_" + delivery.id();
        var call = new HttpPost(webhook.url());
        call.setEntity(new StringEntity(delivery.body(), ContentType.APPLICATION_JSON));
        call.setHeader("webhook-id", id);
        call.setHeader("webhook-timestamp", Long.toString(at.getEpochSecond()));
        call.setHeader(
                "webhook-signature",
                Signing.signature(seal.open(webhook.secretSealed(), webhook.id()), id, at, delivery.body()));
        // the answer's body is left unread: it could be endless
        try (var answer = client.executeOpen(HttpHost.create(webhook.url()), call, null)) {
            return Answer.of(answer.getCode());
        } catch (PublicAddresses.NotPublic inside) {
            return Answer.none("inside");
        } catch (UnknownHostException nowhere) {
            return Answer.none("nowhere");
        } catch (SSLException insecure) {
            return Answer.none("insecure");
        } catch (IOException silent) {
            return Answer.none("silent");
        }
    }

    private static CloseableHttpClient client(WebhookSettings settings) {
        var patience = Timeout.of(settings.patience());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new PublicAddresses(settings.privateAddresses()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(patience)
                        .setConnectionRequestTimeout(patience)
                        .build())
                .setUserAgent("Comity")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
