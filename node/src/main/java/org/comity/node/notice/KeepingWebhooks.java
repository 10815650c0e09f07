package org.comity.node.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.identity.Person;
import org.comity.node.identity.SecretSeal;
import org.comity.node.journal.Journaled;
import org.comity.node.notice.Webhook.Delivery;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An administrator registers webhooks, looks after them and removes them. */
@Service
public class KeepingWebhooks {

    private final Webhooks webhooks;
    private final Timers timers;
    private final SecretSeal seal;
    private final WebhookSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeepingWebhooks(
            Webhooks webhooks,
            Timers timers,
            SecretSeal seal,
            WebhookSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.webhooks = webhooks;
        this.timers = timers;
        this.seal = seal;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** @param secret by which the other side checks signatures; it can't be shown again */
    public record Registered(Webhook webhook, String secret) {}

    @Transactional
    public Registered register(Person by, String name, String url, Set<Topic> topics) {
        if (name.isBlank()) {
            throw new WebhookRefused("name", "notice.refused.name");
        }
        if (topics.isEmpty()) {
            throw new WebhookRefused("topics", "notice.refused.topics");
        }
        var id = UUID.randomUUID();
        var secret = Signing.newSecret(random);
        var webhook = new Webhook(
                id,
                name.strip(),
                address(url.strip()),
                topics,
                seal.seal(secret, id),
                Optional.empty(),
                Optional.empty());
        webhooks.add(webhook, by.name(), clock.instant());
        events.publishEvent(WebhookChanged.by(by.name(), "webhook-registered", webhook));
        return new Registered(webhook, secret);
    }

    /** Calls a disabled one again from now on. */
    @Transactional
    public void enable(Person by, UUID id) {
        var webhook = require(id);
        webhooks.disable(id, Optional.empty());
        events.publishEvent(WebhookChanged.by(by.name(), "webhook-enabled", webhook));
    }

    @Transactional
    public void disable(Person by, UUID id) {
        var webhook = require(id);
        webhooks.disable(id, Optional.of(clock.instant()));
        events.publishEvent(WebhookChanged.by(by.name(), "webhook-disabled", webhook));
    }

    @Transactional
    public void remove(Person by, UUID id) {
        var webhook = require(id);
        webhooks.remove(id, clock.instant());
        events.publishEvent(WebhookChanged.by(by.name(), "webhook-removed", webhook));
    }

    /** Tells the same again, under an id of its own: who took it the first time would pass it over. */
    @Transactional
    public void replay(UUID webhook, UUID delivery) {
        require(webhook);
        var told = webhooks.delivery(delivery)
                .filter(it -> it.webhook().equals(webhook))
                .orElseThrow(() -> new WebhookRefused("webhook", "notice.refused.gone"));
        deliver(told.webhook(), told.event(), told.body());
    }

    void deliver(UUID webhook, String event, String body) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var delivery = new Delivery(
                UUID.randomUUID(),
                webhook,
                event,
                body,
                now,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        webhooks.add(delivery);
        timers.webhook(delivery.id(), now);
    }

    private Webhook require(UUID id) {
        return webhooks.find(id).orElseThrow(() -> new WebhookRefused("webhook", "notice.refused.gone"));
    }

    private URI address(String text) {
        try {
            var url = new URI(text);
            boolean secure = "https".equalsIgnoreCase(url.getScheme());
            boolean plain = "http".equalsIgnoreCase(url.getScheme()) && settings.privateAddresses();
            if (!secure && !plain || url.getHost() == null || url.getUserInfo() != null) {
                throw new WebhookRefused("url", "notice.refused.url");
            }
            new PublicAddresses(settings.privateAddresses()).resolve(url.getHost());
            return url;
        } catch (URISyntaxException unreadable) {
            throw new WebhookRefused("url", "notice.refused.url");
        } catch (PublicAddresses.NotPublic inside) {
            throw new WebhookRefused("url", "notice.refused.inside");
        } catch (UnknownHostException nowhere) {
            throw new WebhookRefused("url", "notice.refused.nowhere");
        }
    }

    /** Something changed about whom the node tells what. */
    record WebhookChanged(String actor, String what, UUID id, String name, String url) implements Journaled {

        static WebhookChanged by(String actor, String what, Webhook webhook) {
            return new WebhookChanged(
                    actor, what, webhook.id(), webhook.name(), webhook.url().toString());
        }

        @Override
        public String subject() {
            return "node:webhook/" + id;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("name", name, "url", url);
        }
    }
}
