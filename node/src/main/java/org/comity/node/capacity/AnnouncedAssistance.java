package org.comity.node.capacity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.node.capacity.register.Kind;
import org.comity.node.frame.Said;
import org.comity.node.gazette.AnnouncementKind;
import org.comity.node.gazette.GazetteAddresses;
import org.comity.node.gazette.GazetteRefused;
import org.comity.node.gazette.Received;
import org.comity.node.gazette.TakingOver;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Needs and offers in the gazettes of others. A coordinator takes them into the register; no rule does. */
final class AnnouncedAssistance implements TakingOver {

    private final Kind kind;
    private final KeepingRegister register;
    private final Notices notices;

    private AnnouncedAssistance(Kind kind, KeepingRegister register, Notices notices) {
        this.kind = kind;
        this.register = register;
        this.notices = notices;
    }

    @Override
    public AnnouncementKind kind() {
        return PublishingAssistance.announced(kind);
    }

    @Override
    public Effect effectOf(Received received) {
        var said = entry(received);
        if (said.isEmpty()) {
            return new Effect(List.of(Said.of("capacity.announced.plain")), List.of());
        }
        var before = register.madeOf(kind, GazetteAddresses.of(received));
        var lines = kind.fields().stream()
                .filter(field -> said.containsKey(field.name()))
                .map(field -> new Line(
                        "capacity.field." + field.name(),
                        before.map(it -> it.cell(field.name())).orElse(""),
                        String.join(", ", said.getOrDefault(field.name(), List.of()))))
                .toList();
        return new Effect(before.isPresent() ? List.of(Said.of("capacity.announced.known")) : List.of(), lines);
    }

    private Map<String, List<String>> entry(Received received) {
        var said = new LinkedHashMap<String, List<String>>();
        if (received.announcement().content().get(ENTRY) instanceof Map<?, ?> cells) {
            cells.forEach((name, cell) -> said.put(
                    String.valueOf(name),
                    cell instanceof List<?> parts
                            ? parts.stream().map(String::valueOf).toList()
                            : List.of()));
        }
        return said;
    }

    @Override
    public boolean isOpenTo(Person person) {
        return CapacityAccess.mayKeep(person);
    }

    @Override
    public String take(Received received, Person by) {
        try {
            var entry = register.takeOver(by, kind, entry(received), GazetteAddresses.of(received));
            return KeepingRegister.page(kind, entry.id());
        } catch (CapacityRefused refused) {
            throw new GazetteRefused("take", refused.said());
        }
    }

    @Override
    public Optional<String> takeByRule(Received received, String rule) {
        return Optional.empty();
    }

    /** Whether it ends here too is for people to decide. */
    @Override
    public void revoked(Received received) {
        notices.tell(
                Audience.with(Role.COORDINATOR),
                Notice.of(
                                NoticeKind.ARRIVED,
                                GazetteAddresses.of(received),
                                "capacity.announced.revoked",
                                received.party().value(),
                                received.announcement().title())
                        .once("gazette-revoked-" + received.party() + "-"
                                + received.announcement().id()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Both {

        @Bean
        TakingOver announcedNeeds(KeepingRegister register, Notices notices) {
            return new AnnouncedAssistance(Kind.NEED, register, notices);
        }

        @Bean
        TakingOver announcedOffers(KeepingRegister register, Notices notices) {
            return new AnnouncedAssistance(Kind.OFFER, register, notices);
        }
    }
}
