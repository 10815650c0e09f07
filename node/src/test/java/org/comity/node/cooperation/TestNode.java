package org.comity.node.cooperation;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.HI1Object;
import org.comity.law.LawBase;
import org.comity.node.TestPostgres;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.Channel;
import org.comity.node.directory.Correspondents;
import org.comity.node.directory.Counterparts;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.documents.Rendering;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.evidence.Fetch;
import org.comity.node.evidence.Packing;
import org.comity.node.evidence.Release;
import org.comity.node.evidence.SealingPapers;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.Envelope;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.ReceivedAnswer;
import org.comity.node.exchange.ReceivedEnvelope;
import org.comity.node.frame.Noted;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.comity.node.journal.Journaled;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.settings.ComitySettings;
import org.springframework.context.ApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * This room of one State's node: real rules, real PostgreSQL, real HI-1, real law. Its clock stands until it is moved, and its
 * messages lie still until a test carries them, so that they can cross, come late, or get lost.
 */
final class TestNode implements AutoCloseable {

    private static final LawBase LAW = LawBase.load();

    final PartyId party;
    final Person officer = person("duty officer", Role.DUTY_OFFICER);
    final Person lawyer = person("lawyer", Role.LAWYER);
    final Person approver = person("approver", Role.APPROVER);
    final Person secondApprover = person("second approver", Role.APPROVER, Role.DUTY_OFFICER);
    final Person overseer = person("overseer", Role.OVERSEER);
    final Person administrator = person("administrator", Role.ADMINISTRATOR);

    final Deque<Sent> out = new ArrayDeque<>();
    final List<Sent> givenUp = new ArrayList<>();
    final List<Journaled> journal = new ArrayList<>();
    final StandingClock clock = new StandingClock();
    final Vault vault = new Vault();

    private final Map<UUID, Deque<ReceivedEnvelope>> in = new HashMap<>();
    private final HikariDataSource database = TestPostgres.migrated();
    private final AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext();

    record Sent(MessageId id, Envelope envelope, Instant at) {}

    TestNode(String state) {
        party = new PartyId(state + "-contact-point");
        var home = TestPostgres.temporaryFolder("comity-test-home-");
        var url = URI.create("http://localhost:8080");
        var own = OwnNode.at(
                home,
                new NodeCard.Particulars(
                        party,
                        "Contact point of " + state,
                        Set.of(NodeFunction.CONTACT_24_7),
                        url,
                        List.of("en"),
                        true),
                clock);
        room.registerBean(CurrentLaw.class, () -> () -> LAW);
        room.registerBean(Clock.class, () -> clock);
        room.registerBean(OwnNode.class, () -> own);
        room.registerBean(
                ComitySettings.class,
                () -> new ComitySettings(
                        home,
                        state,
                        "Contact point of " + state,
                        url,
                        true,
                        new ComitySettings.Database(Optional.empty())));
        room.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        room.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        room.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(room.getBean(JdbcTransactionManager.class)));
        room.register(Peers.class, Correspondents.class, Counterparts.class);
        room.registerBean(Correspondence.class, Carried::new);
        room.registerBean(ProviderLine.class, NoProviders::new);
        room.registerBean(RequestEvidence.class, () -> vault);
        room.register(Transactions.class, Rendering.class, SealingPapers.class);
        var scanner = new ClassPathBeanDefinitionScanner(room, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        scanner.addExcludeFilter(
                new RegexPatternTypeFilter(
                        java.util.regex.Pattern.compile(
                                ".*(\\.(web|act|api)\\..*|ExchangeCorrespondence|VaultEvidence|KeepingDeliveries|TellingOf\\w+|Hi1Line|DeliveringOverHi1|HearingProviders|AskingProviders|TakingOrders|\\$Recurring)")));
        scanner.scan("org.comity.node.cooperation");
        room.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload && payload.getPayload() instanceof Journaled step) {
                journal.add(step);
            }
        });
        room.refresh();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    static Person person(String name, Role... roles) {
        return new Person(new PersonId(UUID.randomUUID()), name, Set.of(roles));
    }

    <T> T the(Class<T> type) {
        return room.getBean(type);
    }

    /** The room, for {@link SomeRequests}. */
    ApplicationContext room() {
        return room;
    }

    JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    RequestView view(RequestId id) {
        return the(ReadingRequests.class).view(overseer, id);
    }

    RequestState state(RequestId id) {
        return view(id).request().state();
    }

    /** As if the node were alone: its clocks fire, nobody else's. */
    void advance(Duration by) {
        clock.now = clock.now.plus(by);
        the(LookingAtClocks.class).fireDue();
    }

    /** Takes in an envelope as the exchange does: screened first, stored, then applied. */
    void receive(PartyId from, Sent sent) {
        the(Screening.class).screen(from, sent.envelope().content());
        var waiting = in.computeIfAbsent(sent.envelope().conversation(), it -> new ArrayDeque<>());
        waiting.add(new ReceivedEnvelope(
                sent.id(),
                from,
                sent.envelope().conversation(),
                1,
                sent.envelope().content(),
                clock.instant()));
        the(TakingIn.class).takeAll(sent.envelope().conversation());
    }

    @Override
    public void close() {
        room.close();
        database.close();
    }

    final class Carried implements Correspondence {
        boolean broken;

        @Override
        public MessageId send(Envelope envelope) {
            if (broken) {
                throw new IllegalStateException("The exchange is broken.");
            }
            var sent = new Sent(new MessageId(UUID.randomUUID() + "@test"), envelope, clock.instant());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    out.add(sent);
                }
            });
            return sent.id();
        }

        @Override
        public boolean reaches(PartyId party) {
            return !party.value().endsWith("-unknown");
        }

        @Override
        public List<ReceivedAnswer> answers(UUID conversation) {
            return List.of();
        }

        @Override
        public long answersInTray(UUID conversation) {
            return 0;
        }

        @Override
        public List<Enclosure> documents(UUID answer) {
            return List.of();
        }

        @Override
        public UUID file(UUID conversation, String sender, String text, List<Enclosure> documents, Person by) {
            throw new IllegalStateException("Both sides have nodes here.");
        }

        @Override
        public void retry(MessageId message, String by) {
            out.addAll(givenUp.stream().filter(it -> it.id().equals(message)).toList());
            givenUp.removeIf(it -> it.id().equals(message));
        }

        @Override
        public List<Delivery> deliveries(UUID conversation) {
            return givenUp.stream()
                    .filter(it -> it.envelope().conversation().equals(conversation))
                    .map(it -> new Delivery(
                            it.id(),
                            it.envelope().to(),
                            conversation,
                            1,
                            Delivery.State.FAILED,
                            it.at(),
                            12,
                            Optional.of(Noted.of(
                                    "exchange.trouble.no-answer",
                                    it.envelope().to().value(),
                                    "")),
                            Optional.empty(),
                            Optional.empty(),
                            Channel.AS4,
                            Optional.empty(),
                            Optional.empty()))
                    .toList();
        }

        @Override
        public Optional<ReceivedEnvelope> take(UUID conversation) {
            return Optional.ofNullable(
                    in.getOrDefault(conversation, new ArrayDeque<>()).poll());
        }

        @Override
        public List<UUID> waiting() {
            return List.copyOf(in.keySet());
        }
    }

    /** What the vault is told; how it keeps evidence, its own room tells. */
    static final class Vault implements RequestEvidence {

        final List<Exhibit> exhibits = new ArrayList<>();
        final List<ExhibitId> released = new ArrayList<>();

        @Override
        public List<Exhibit> of(RequestId request) {
            return exhibits.stream()
                    .filter(it -> it.particulars().about().contains("request:" + request))
                    .toList();
        }

        @Override
        public List<Exhibit> givable(Request request) {
            return of(request.id());
        }

        @Override
        public UUID deliver(ExhibitId exhibit, Request request, String by) {
            throw new IllegalStateException("No provider is reached from here.");
        }

        @Override
        public void released(ExhibitId exhibit, Request request, String by) {
            released.add(exhibit);
        }

        @Override
        public ReadThrough readThrough(ExhibitId exhibit, Request request) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("A large exhibit would keep the request locked while it is read.");
            }
            return (held, by) -> {
                released(exhibit, held, by);
                return Optional.empty();
            };
        }

        @Override
        public List<Release> releases(RequestId request) {
            return List.of();
        }

        @Override
        public List<Fetch> fetches(RequestId request) {
            return List.of();
        }

        @Override
        public List<Packing> packings(RequestId request) {
            return List.of();
        }

        @Override
        public byte[] handOut(Person person, ExhibitId exhibit, String purpose) {
            throw new IllegalStateException("No content is kept here.");
        }
    }

    /** Orders to providers have nodes and tests of their own. */
    static final class NoProviders implements ProviderLine {

        @Override
        public boolean reaches(PartyId party) {
            return false;
        }

        @Override
        public MessageId ask(PartyId provider, UUID conversation, List<ActionRequest> actions) {
            throw new IllegalStateException("No provider is reached from here.");
        }

        @Override
        public byte[] asked(MessageId message) {
            throw new IllegalStateException("No provider is reached from here.");
        }

        @Override
        public Optional<HI1Object> find(PartyId authority, UUID object) {
            return Optional.empty();
        }

        @Override
        public void show(PartyId authority, HI1Object object) {
            throw new IllegalStateException("No provider is reached from here.");
        }

        @Override
        public URI address(UUID content) {
            throw new IllegalStateException("No provider is reached from here.");
        }

        @Override
        public void retry(MessageId message) {
            throw new IllegalStateException("No provider is reached from here.");
        }

        @Override
        public List<Delivery> deliveries(UUID conversation) {
            return List.of();
        }
    }

    static final class StandingClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
