package org.comity.node.cooperation;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.hi1.DeliveryContent;
import org.comity.hi1.HI1Object;
import org.comity.hi1.Hi1Writer;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.DeliveredFile;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.wire.OrderMessages;
import org.comity.node.exchange.MessageId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the other side of an order what happened on this one. The issuer sends requests; the provider puts what it says on
 * the shelf from which the issuer reads.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderMail {

    private static final String SUFFIX = "@hi1";

    private final ProviderLine line;
    private final OrderMessages messages;
    private final DeliveredFiles files;

    OrderMail(ProviderLine line, OrderMessages messages, DeliveredFiles files) {
        this.line = line;
        this.messages = messages;
        this.files = files;
    }

    /** @param content exactly what the other side reads */
    record Told(MessageId message, byte[] content) {}

    static MessageId message(UUID id) {
        return new MessageId(id + SUFFIX);
    }

    static UUID uuid(MessageId message) {
        return UUID.fromString(message.value().substring(0, message.value().length() - SUFFIX.length()));
    }

    Told tell(Request after, Step step) {
        return after.side() == Side.REQUESTING ? ask(after, step) : show(after, step);
    }

    private Told ask(Request after, Step step) {
        var provider = after.requireCounterpart();
        var conversation = after.id().value();
        var actions = step.event() == RequestEvent.APPROVED
                ? messages.order(after, step)
                : List.of(messages.said(after, step));
        var message = line.ask(provider, conversation, actions);
        messages.wished(after, step).ifPresent(update -> line.ask(provider, conversation, List.of(update)));
        return new Told(message, line.asked(message));
    }

    private Told show(Request after, Step step) {
        var authority = after.requireCounterpart();
        line.find(authority, after.id().value())
                .map(task -> messages.standing(task, after, step))
                .ifPresent(task -> line.show(authority, task));
        deliveries(after, step).forEach(delivery -> line.show(authority, delivery));
        var notification = messages.told(after, step);
        line.show(authority, notification);
        return new Told(message(notification.identifier()), Hi1Writer.write(notification));
    }

    private Stream<HI1Object> deliveries(Request after, Step step) {
        var handed = files.of(after.id()).stream()
                .filter(file -> file.step() == step.number())
                .toList();
        return IntStream.range(0, handed.size())
                .mapToObj(at -> messages.delivery(
                        after,
                        handed.get(at).id(),
                        new OrderMessages.Part(at, at == handed.size() - 1),
                        content(after, handed.get(at))));
    }

    /** Itself while it waits for the vault; what was there before is fetched. */
    private DeliveryContent content(Request after, DeliveredFile file) {
        return files.content(after.id(), file.id())
                .<DeliveryContent>map(bytes -> DeliveryContent.BinaryData.of(bytes, file.type(), file.name()))
                .orElseGet(() -> messages.reference(
                        line.address(file.id()), file.name(), file.type(), file.size(), file.sha256()));
    }
}
