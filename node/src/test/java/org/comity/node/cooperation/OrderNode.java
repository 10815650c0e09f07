package org.comity.node.cooperation;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.comity.law.LawBase;
import org.comity.node.TestPostgres;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.database.DatabaseAddress;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.documents.Rendering;
import org.comity.node.exchange.Hi1Parties;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.settings.FreePort;
import org.comity.node.time.ShiftableClock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
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
import org.springframework.transaction.support.TransactionTemplate;

/** A running node with its exchange and this room, but no pages: an authority or a provider that speaks HI-1 over sockets. */
final class OrderNode implements AutoCloseable {

    private static final LawBase LAW = LawBase.load();

    final Person officer = person("duty officer", Role.DUTY_OFFICER);
    final Person approver = person("approver", Role.APPROVER);
    final Person lawyer = person("lawyer", Role.LAWYER);
    final Person agent = person("provider agent", Role.PROVIDER_AGENT);
    final Person overseer = person("overseer", Role.OVERSEER);
    final Person administrator = person("administrator", Role.ADMINISTRATOR);
    final Person secondAdministrator = person("second administrator", Role.ADMINISTRATOR);
    final PartyId party;
    private final int door = FreePort.any();
    private final String[] settings;
    private ConfigurableApplicationContext context;

    /** @param settings beside the usual ones, as on a command line */
    OrderNode(String party, String functions, String... settings) {
        this(FreePort.any(), Optional.empty(), party, functions, settings);
    }

    /** @param shown the port at which others find it, when something stands before it */
    OrderNode(int port, Optional<Integer> shown, String party, String functions, String... settings) {
        this.party = new PartyId(party);
        DatabaseAddress database = TestPostgres.fresh();
        this.settings = Stream.concat(
                        Stream.of(
                                "--comity.party=" + party,
                                "--comity.state=" + party.substring(0, 2),
                                "--comity.organisation=" + party,
                                "--comity.functions=" + functions,
                                "--comity.exercise=true",
                                "--comity.port=" + port,
                                "--comity.public-url=http://127.0.0.1:" + shown.orElse(port),
                                "--comity.hi1.port=" + door,
                                "--comity.home=" + TestPostgres.temporaryFolder("comity-orders-"),
                                "--comity.database.url=" + database.url(),
                                "--comity.exchange.retry.first=100ms",
                                "--comity.exchange.retry.longest=400ms",
                                "--db-scheduler.polling-interval=100ms",
                                "--spring.main.log-startup-info=false"),
                        Stream.of(settings))
                .toArray(String[]::new);
        this.context = run(this.settings);
    }

    private static ConfigurableApplicationContext run(String... settings) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .run(settings);
    }

    /** Ends it; what it has kept stays for {@link #start} or {@link #startApart}. */
    void stop() {
        context.close();
    }

    /** Anew, over what it has kept. */
    void start() {
        context = run(settings);
    }

    /** As {@link #start}, in a process of its own; when this returns, it is ready. */
    Process startApart() throws IOException {
        var process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx256m",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Apart.class.getName()),
                                Stream.of(settings))
                        .toList())
                .redirectErrorStream(true)
                .start();
        var said = process.inputReader(StandardCharsets.UTF_8);
        for (var next = said.readLine(); !Apart.READY.equals(next); next = said.readLine()) {
            if (next == null) {
                throw new IOException("The process ended before it was ready.");
            }
        }
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return process;
    }

    static final class Apart {

        static final String READY = "The node is ready.";

        public static void main(String[] settings) {
            OrderNode.run(settings);
            System.out.println(READY);
        }
    }

    private static Person person(String name, Role role) {
        return new Person(new PersonId(UUID.randomUUID()), name, Set.of(role));
    }

    /** Each takes in the other's card, and where it takes HI-1. */
    static void introduce(OrderNode one, OrderNode other) {
        one.knows(other);
        other.knows(one);
    }

    private void knows(OrderNode other) {
        the(Peers.class).add(other.the(OwnNode.class).card(), "test");
        var hi1 = other.the(OwnNode.class).card().hi1().orElse(URI.create("https://127.0.0.1:" + other.door + "/hi1"));
        the(Hi1Parties.class).locate(other.party, hi1, "test");
    }

    /** The port at which it takes HI-1. */
    int door() {
        return door;
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    RequestView view(RequestId id) {
        return the(ReadingRequests.class).view(overseer, id);
    }

    RequestState state(RequestId id) {
        return view(id).request().state();
    }

    /** As the recurring look would, without waiting for it. */
    void ask(OrderNode provider) {
        the(AskingProviders.class).ask(provider.party);
    }

    void advance(Duration by) {
        the(ShiftableClock.class).advance(by);
        the(LookingAtClocks.class).fireDue();
    }

    <T> T inTransaction(Supplier<T> work) {
        return the(TransactionTemplate.class).execute(status -> work.get());
    }

    @Override
    public void close() {
        context.close();
    }

    /** Carries no stereotype, so that the scan of whole nodes passes it by. */
    @ComponentScan(
            basePackages = {
                "org.comity.node.time",
                "org.comity.node.database",
                "org.comity.node.directory",
                "org.comity.node.checkup",
                "org.comity.node.exchange",
                "org.comity.node.journal",
                "org.comity.node.evidence",
                "org.comity.node.cooperation"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(\\.(web|act|api)\\..*|\\.TestNode.*|TellingOf\\w+)"))
    @ConfigurationPropertiesScan({
        "org.comity.node.settings",
        "org.comity.node.directory",
        "org.comity.node.exchange",
        "org.comity.node.evidence"
    })
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
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
    static class Application {

        @Bean
        CurrentLaw law() {
            return () -> LAW;
        }

        @Bean
        Rendering rendering() {
            return new Rendering();
        }
    }
}
