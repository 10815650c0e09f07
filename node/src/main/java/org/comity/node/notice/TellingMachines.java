package org.comity.node.notice;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.node.journal.Journaled;
import org.comity.node.settings.ComitySettings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells webhooks of every step that the journal records, in the step's own transaction: that it happened, when and to what. What
 * the step says stays here; who may read it asks for it with a token.
 */
@Component
class TellingMachines {

    private final Webhooks webhooks;
    private final KeepingWebhooks keeping;
    private final ComitySettings node;
    private final JsonMapper json;
    private final Clock clock;

    TellingMachines(Webhooks webhooks, KeepingWebhooks keeping, ComitySettings node, JsonMapper json, Clock clock) {
        this.webhooks = webhooks;
        this.keeping = keeping;
        this.node = node;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void step(Journaled step) {
        // a step outside a transaction is refused by the journal
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            tell(Topic.of(step.subject()), step.what(), Map.of("subject", step.subject()));
        }
    }

    @EventListener
    void told(Notices.Told told) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("kind", told.notice().kind().name());
        facts.put("emergency", told.notice().emergency());
        tell(Topic.NOTICES, "notice-told", facts);
    }

    /** As the Standard Webhooks specification lays out a body. */
    private void tell(Topic topic, String event, Map<String, Object> facts) {
        var told = webhooks.toldOf(topic);
        if (!told.isEmpty()) {
            var data = new LinkedHashMap<String, Object>();
            data.put("node", node.publicUrl().toString());
            data.put("topic", topic.name());
            data.put("exercise", node.exercise());
            data.putAll(facts);
            var body = new LinkedHashMap<String, Object>();
            body.put("type", event);
            body.put("timestamp", clock.instant().toString());
            body.put("data", data);
            var text = json.writeValueAsString(body);
            told.forEach(webhook -> keeping.deliver(webhook.id(), event, text));
        }
    }
}
