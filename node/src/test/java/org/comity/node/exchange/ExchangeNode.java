package org.comity.node.exchange;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.comity.node.TestPostgres;
import org.comity.node.database.DatabaseAddress;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.Peers;
import org.comity.node.journal.Journaled;
import org.comity.node.settings.FreePort;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** A running node with nothing but its exchange: real sockets, a real database, real timers; only patience is short. */
public final class ExchangeNode implements AutoCloseable {

    private final String party;
    private final int port;
    private final DatabaseAddress database;
    private final String home;
    private final List<String> settings;
    private ConfigurableApplicationContext context;

    private ExchangeNode(String party, List<String> settings) {
        this.party = party;
        this.settings = settings;
        this.port = FreePort.any();
        this.database = TestPostgres.fresh();
        this.home = TestPostgres.temporaryFolder("comity-exchange-").toString();
    }

    /** @param settings beside the usual ones, as on a command line */
    public static ExchangeNode start(String party, String... settings) {
        ExchangeNode node = new ExchangeNode(party, List.of(settings));
        node.start();
        return node;
    }

    public static void introduce(ExchangeNode one, ExchangeNode other) {
        one.get(Peers.class).add(other.own().card(), "test");
        other.get(Peers.class).add(one.own().card(), "test");
    }

    /** Also starts a node again that was stopped, on the same port, home and database. */
    public void start() {
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments().toArray(String[]::new));
    }

    public List<String> arguments() {
        List<String> usual = List.of(
                "--comity.party=" + party,
                "--comity.state=" + party.substring(0, 2),
                "--comity.organisation=Contact point",
                "--comity.exercise=true",
                "--comity.port=" + port,
                "--comity.public-url=http://127.0.0.1:" + port,
                "--comity.home=" + home,
                "--comity.database.url=" + database.url(),
                "--comity.exchange.retry.first=100ms",
                "--comity.exchange.retry.longest=400ms",
                "--comity.exchange.retry.warn-after=600ms",
                "--db-scheduler.polling-interval=100ms",
                "--db-scheduler.heartbeat-interval=500ms",
                "--spring.main.log-startup-info=false");
        return Stream.concat(usual.stream(), settings.stream()).toList();
    }

    public boolean isRunning() {
        return context.isActive();
    }

    public void stop() {
        context.close();
    }

    @Override
    public void close() {
        context.close();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    void publish(Object event) {
        context.publishEvent(event);
    }

    public OwnNode own() {
        return get(OwnNode.class);
    }

    int port() {
        return port;
    }

    URI endpoint() {
        return own().card().as4Endpoint();
    }

    MessageId send(UUID conversation, ExchangeNode to, String content) {
        return inTransaction(
                () -> get(Outbox.class).send(new Envelope(conversation, to.own().party(), content.getBytes())));
    }

    public <T> T inTransaction(Supplier<T> work) {
        return get(TransactionTemplate.class).execute(status -> work.get());
    }

    /** Takes all that can be taken now. */
    List<String> take(UUID conversation) {
        List<String> taken = new CopyOnWriteArrayList<>();
        while (inTransaction(() -> get(Inbox.class).take(conversation))
                .map(envelope -> taken.add(new String(envelope.content())))
                .isPresent()) {
            // the next one
        }
        return taken;
    }

    Delivery delivery(MessageId id) {
        return get(Deliveries.class).find(id).orElseThrow();
    }

    public List<Object> events() {
        return get(Seen.class).events;
    }

    public List<String> journaled() {
        return events().stream()
                .filter(Journaled.class::isInstance)
                .map(event -> ((Journaled) event).what())
                .toList();
    }

    /** What was published on this node. */
    static class Seen {
        final List<Object> events = new CopyOnWriteArrayList<>();

        @EventListener({
            Journaled.class,
            EnvelopeReceived.class,
            DeliveryConfirmed.class,
            DeliveryFailed.class,
            AnswerFiled.class,
            Hi1ActionTaken.class,
            Hi1Answered.class,
            Hi1CallDelayed.class
        })
        void see(Object event) {
            events.add(event);
        }
    }

    /** Refuses what says so. */
    static class Refuser implements EnvelopeScreening {
        @Override
        public void screen(org.comity.node.directory.PartyId from, byte[] content) {
            if (new String(content).contains("unacceptable")) {
                throw new EnvelopeRefused("This is not for us.");
            }
        }
    }

    /** Carries no stereotype, so that the scan of whole nodes passes it by. */
    @ComponentScan(
            basePackages = {
                "org.comity.node.time",
                "org.comity.node.database",
                "org.comity.node.directory",
                "org.comity.node.journal",
                "org.comity.node.exchange"
            },
            // nor what tests of the rooms bring along, such as another key for the journal
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.web\\.|Tests\\$).*"))
    @ConfigurationPropertiesScan({"org.comity.node.settings", "org.comity.node.directory", "org.comity.node.exchange"})
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        ConfigurationPropertiesAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        TransactionManagerCustomizationAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        DbSchedulerAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class
    })
    public static class Application {

        @Bean
        Seen seen() {
            return new Seen();
        }

        @Bean
        CoverLetters covers() {
            return (languages, reference, machineReadable) -> "A signed answer is our receipt.";
        }

        @Bean
        Refuser refuser() {
            return new Refuser();
        }
    }
}
