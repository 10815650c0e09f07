package org.comity.node.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.comity.node.Comity;
import org.comity.node.NodeTest;
import org.comity.node.TestPostgres;
import org.comity.node.capacity.matching.Pairing;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.gazette.FollowingGazettes;
import org.comity.node.gazette.LookingAtGazettes;
import org.comity.node.gazette.ReadingGazettes;
import org.comity.node.gazette.Received;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.settings.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two whole nodes: Ghana needs, Portugal offers, and what each says travels as signed notes that the other reads over HTTP. */
@NodeTest(properties = "comity.test.room=forum")
class AssistanceBetweenNodesTests {

    @Autowired
    ApplicationContext here;

    @LocalServerPort
    int port;

    private ConfigurableApplicationContext there;
    private Node portugal;
    private Node ghana;

    /** One of the two, with the people who work on it. */
    private record Node(
            ApplicationContext context, PartyId party, String gazette, Person coordinator, Person administrator) {

        static Node of(ApplicationContext context, String url) {
            var jdbc = context.getBean(JdbcClient.class);
            return new Node(
                    context,
                    context.getBean(OwnNode.class).party(),
                    url + "/gazette/log/",
                    SomePeople.with(jdbc, Role.COORDINATOR),
                    SomePeople.with(jdbc, Role.ADMINISTRATOR));
        }

        <T> T the(Class<T> type) {
            return context.getBean(type);
        }

        void follow(Node other) {
            the(TransactionTemplate.class)
                    .executeWithoutResult(
                            _ -> the(Peers.class).add(other.the(OwnNode.class).card(), administrator.name()));
            the(FollowingGazettes.class).follow(other.party, other.gazette, administrator);
        }

        /** What another said under this title, read anew. */
        Received reads(Node other, String title) {
            assertThat(the(LookingAtGazettes.class).look(other.party))
                    .isInstanceOf(LookingAtGazettes.Outcome.Read.class);
            return the(ReadingGazettes.class)
                    .page(new ReadingGazettes.Filter("", other.party.value(), false, 1), 50)
                    .stream()
                    .filter(it -> it.announcement().title().equals(title))
                    .filter(it -> !it.announcement().kind().equals("revocation"))
                    .findFirst()
                    .orElseThrow();
        }

        Entry enters(Kind kind, Map<String, List<String>> fields) {
            return the(KeepingRegister.class).enter(coordinator, kind, fields);
        }

        void publishes(Kind kind, Entry entry) {
            the(PublishingAssistance.class).publish(coordinator, kind, entry.id());
        }

        /** Takes it over as an entry of this node. */
        Entry takes(Received received, Kind kind) {
            var page = the(FollowingGazettes.class)
                    .take(received.party(), received.announcement().id(), coordinator);
            return the(KeepingRegister.class)
                    .find(kind, page.substring(page.lastIndexOf('/') + 1))
                    .orElseThrow()
                    .it();
        }

        Pairing proposes(Entry need, Entry offer) {
            assertThat(the(MatchingNeeds.class).matches(need))
                    .anySatisfy(it -> assertThat(it.candidate().id()).isEqualTo(offer.id()));
            return the(MatchingNeeds.class).propose(coordinator, need.id(), "offer", offer.id());
        }

        Pairing says(Pairing pairing, Pairing.Act act, String words) {
            return the(MatchingNeeds.class).act(coordinator, pairing.id(), act, words);
        }

        String standing(Entry need) {
            return the(MatchingNeeds.class).standing(need);
        }
    }

    @BeforeEach
    void aSecondNode() {
        var port = FreePort.any();
        there = new SpringApplicationBuilder(Comity.class)
                .run(
                        "--comity.party=GH-contact-point",
                        "--comity.state=GH",
                        "--comity.organisation=Contact point of Ghana",
                        "--comity.exercise=true",
                        "--comity.database.url=" + TestPostgres.fresh().url(),
                        "--comity.home=" + TestPostgres.temporaryFolder("comity-ghana-"),
                        "--comity.port=" + port,
                        "--comity.public-url=http://localhost:" + port,
                        "--server.port=" + port);
        ghana = Node.of(there, "http://localhost:" + port);
        portugal = Node.of(here, "http://localhost:" + this.port);
    }

    @AfterEach
    void stop() {
        there.close();
    }

    @Test
    void aNeedOfOneIsTakenOverMatchedDeclinedAcceptedAndReportedOnByTheOtherAndItsOfferComesBack() {
        portugal.follow(ghana);
        ghana.follow(portugal);
        var need = ghana.enters(
                Kind.NEED,
                Map.of(
                        "title", List.of("A law on preservation for Ghana"),
                        "institution", List.of("Ministry of Justice of Ghana"),
                        "state", List.of("GH"),
                        "themes", List.of("legislation"),
                        "languages", List.of("en"),
                        "text", List.of("A bill that lets us preserve data.")));
        ghana.publishes(Kind.NEED, need);
        var first = portugal.enters(Kind.OFFER, offer("A week of two experts"));
        var second = portugal.enters(Kind.OFFER, offer("A drafting retreat"));

        var announced = portugal.reads(ghana, need.title());
        var known = portugal.takes(announced, Kind.NEED);
        assertThat(known.cells()).as("field by field, as it was said there").isEqualTo(need.cells());
        assertThat(known.origin()).contains(ghana.party.value());
        assertThatThrownBy(() -> portugal.takes(announced, Kind.NEED)).as("once");

        var declined = portugal.says(portugal.proposes(known, first), Pairing.Act.DECLINE, "Nobody is free.");
        assertThat(declined.state()).isEqualTo(Pairing.State.DECLINED);
        assertThat(portugal.standing(known)).isEqualTo("unmet");
        var accepted = portugal.says(portugal.proposes(known, second), Pairing.Act.ACCEPT, "");
        assertThat(portugal.standing(known)).isEqualTo("accepted");

        portugal.publishes(Kind.OFFER, second);
        var offered = ghana.takes(ghana.reads(portugal, second.title()), Kind.OFFER);
        var paired = ghana.says(ghana.proposes(need, offered), Pairing.Act.ACCEPT, "");
        ghana.says(paired, Pairing.Act.REPORT, "The bill is before parliament.");
        portugal.says(accepted, Pairing.Act.REPORT, "We drafted for five days.");
        assertThat(ghana.standing(need)).isEqualTo("delivered");
        assertThat(portugal.standing(known)).isEqualTo("delivered");

        ghana.the(KeepingRegister.class).end(ghana.coordinator, Kind.NEED, need.id(), 1, "Met.");
        assertThat(portugal.reads(ghana, need.title()).revoked().orElseThrow().why())
                .isEqualTo("Met.");
        assertThat(portugal.the(KeepingRegister.class)
                        .find(Kind.NEED, known.id())
                        .orElseThrow()
                        .it()
                        .stands())
                .as("whether it ends here too is for people to decide")
                .isTrue();
    }

    private static Map<String, List<String>> offer(String title) {
        return Map.of(
                "title", List.of(title),
                "institution", List.of("School of judges of Portugal"),
                "themes", List.of("legislation"),
                "forms", List.of("legislative-advice"),
                "states", List.of("GH"),
                "languages", List.of("en", "pt"),
                "text", List.of("Help with a bill."));
    }
}
