package org.comity.node.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.law.StateCode;
import org.comity.ledger.CorruptLog;
import org.comity.ledger.HttpTileSource;
import org.comity.ledger.Mirror;
import org.comity.ledger.NoteKey;
import org.comity.ledger.PublishedLog;
import org.comity.node.Comity;
import org.comity.node.NodeTest;
import org.comity.node.console.Commands;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.gazette.LookingAtGazettes.Outcome;
import org.comity.node.gazette.Received.State;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.journal.Origin;
import org.comity.node.journal.OtherJournals;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.settings.FreePort;
import org.comity.node.time.WallTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This node publishes, and follows a publisher whose log the test keeps. */
@NodeTest(properties = "comity.test.room=changes")
class FollowingGazettesTests {

    @Autowired
    OwnGazette own;

    @Autowired
    OwnNode node;

    @Autowired
    FollowingGazettes following;

    @Autowired
    ReadingGazettes reading;

    @Autowired
    LookingAtGazettes looking;

    @Autowired
    OtherJournals histories;

    @Autowired
    AnnouncingByHand announcing;

    @Autowired
    Peers peers;

    @Autowired
    CurrentLaw law;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    Person administrator;
    Person expert;
    Person reviewer;
    FollowedByTest guinea;

    @BeforeEach
    void aPublisher() throws Exception {
        administrator = SomePeople.with(jdbc, Role.ADMINISTRATOR);
        expert = SomePeople.with(jdbc, Role.LAW_EXPERT);
        reviewer = SomePeople.with(jdbc, Role.LAW_REVIEWER);
        guinea = FollowedByTest.publisher("GN-" + UUID.randomUUID().toString().substring(0, 8), context);
        following.follow(guinea.party(), "", administrator);
    }

    private static Map<String, Object> status(String state, String instrument) {
        return Map.of(
                "kind",
                "STATUS",
                "cells",
                Map.of(
                        "instrument", instrument,
                        "state", state,
                        "method", "accession",
                        "entry_into_force", "2027-03-01",
                        "source", "https://example.org/treaty",
                        "as_of", "2026-11-20",
                        "basis", "verified"));
    }

    private static Map<String, Object> facts(Map<?, ?>... rows) {
        return Map.of("why", "Deposited with the depositary.", "rows", Arrays.asList(rows));
    }

    private boolean holdsHere(String state, String instrument) {
        return law.now().boundOn(new StateCode(state), instrument, LocalDate.of(2028, 1, 1));
    }

    @Test
    void aMirrorOfPlainFilesIsFollowedWhileThePublisherIsOutOfReach(@TempDir Path folder) throws Exception {
        var need = guinea.says(AnnouncementKind.NEED, "Training in Portuguese", Map.of("text", "For ten prosecutors."));
        assertThat(guinea.mirroredIn(folder)).isEqualTo(new Mirror.Copied(0, 1));
        var web = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                folder.toRealPath(),
                SimpleFileServer.OutputLevel.NONE);
        web.start();
        try {
            following.follow(
                    guinea.party(), "http://127.0.0.1:" + web.getAddress().getPort(), administrator);
            assertThat(looking.look(guinea.party())).isEqualTo(new Outcome.Read(1));
            assertThat(guinea.received(need).announcement().title()).isEqualTo("Training in Portuguese");

            guinea.says(AnnouncementKind.NEED, "Tools for mobile phones", Map.of("text", "Two sets."));
            assertThat(looking.look(guinea.party()))
                    .as("as long as nobody brings the mirror up to date, it says what it said")
                    .isEqualTo(new Outcome.Read(0));
            assertThat(guinea.mirroredIn(folder)).isEqualTo(new Mirror.Copied(1, 2));
            assertThat(looking.look(guinea.party())).isEqualTo(new Outcome.Read(1));

            guinea.losesItsLog();
            guinea.says(AnnouncementKind.NEED, "Another history", Map.of("text", "None."));
            assertThatThrownBy(() -> guinea.mirroredIn(folder))
                    .as("a copy does not take over another history")
                    .isInstanceOf(CorruptLog.class);
        } finally {
            web.stop(0);
        }
    }

    @Test
    void theCommandMakesAMirrorOfANodeFromItsCard(@TempDir Path folder, @Autowired OwnNode own) throws Exception {
        announcing.text(AnnouncementKind.NEED, "Training in Portuguese", "For ten prosecutors.", expert);
        var card = Files.write(folder.resolve("card.json"), own.card().bytes());
        var at = "http://localhost:" + port + "/gazette/log/";

        assertThat(new Commands(Comity.class)
                        .run(
                                "gazette",
                                "mirror",
                                folder.resolve("copy").toString(),
                                "--card",
                                card.toString(),
                                "--from",
                                at))
                .isZero();

        var copied = Files.readAllBytes(folder.resolve("copy/checkpoint"));
        assertThat(new String(copied, StandardCharsets.UTF_8)).startsWith(Origin.ofGazette(own.url()));
        assertThat(new Commands(Comity.class)
                        .run(
                                "gazette",
                                "mirror",
                                folder.resolve("other").toString(),
                                "--card",
                                Files.write(
                                                folder.resolve("guinea.json"),
                                                guinea.node.card().bytes())
                                        .toString(),
                                "--from",
                                at))
                .as("it is the gazette of another node")
                .isEqualTo(1);
        assertThat(folder.resolve("other/checkpoint")).doesNotExist();
    }

    @Test
    void whatThisNodePublishesIsALogThatAnybodyCanVerify() throws Exception {
        var need = announcing.text(AnnouncementKind.NEED, "Training in Portuguese", "For ten prosecutors.", expert);
        var log = PublishedLog.open(
                new HttpTileSource(URI.create("http://localhost:" + port + "/gazette/log/")),
                own.origin(),
                NoteKey.of(own.origin(), node.card().root().getPublicKey()));
        log.recompute();
        var key = NoteKey.of(own.origin(), node.card().root().getPublicKey());
        var entries = log.entries(0, log.checkpoint().size()).stream()
                .map(entry -> Announcement.open(entry, key))
                .toList();
        assertThat(entries).contains(need.announcement());
        assertThat(entries.getFirst().kind()).isEqualTo("directory-card");
    }

    @Test
    void aPublishedEntryIsNeverChangedNorRemoved() {
        announcing.text(AnnouncementKind.OFFER, "Two experts", "For a week.", expert);
        assertThatThrownBy(() -> jdbc.sql("delete from gazette.entry").update()).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("update gazette.entry set note = 'x'").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void aChangeOfLawWaitsUntilAnExpertProposesItAndAReviewerWouldPublishIt() throws Exception {
        var said = guinea.says(AnnouncementKind.LAW_CHANGE, "GN: status", facts(status("GN", "ets185")));
        assertThat(guinea.read()).isEqualTo(new Outcome.Read(1));
        var received = guinea.received(said);
        assertThat(received.state()).isEqualTo(State.HELD);
        assertThat(reading.holds(received)).isTrue();
        var effect = reading.taking(received).orElseThrow().effectOf(received);
        assertThat(effect.fits()).isTrue();
        assertThat(effect.lines()).extracting(TakingOver.Line::after).contains("2027-03-01", "GN");

        assertThatThrownBy(() -> following.take(guinea.party(), said.id(), reviewer))
                .isInstanceOf(GazetteRefused.class);
        var page = following.take(guinea.party(), said.id(), expert);
        assertThat(guinea.received(said).state()).isEqualTo(State.TAKEN);
        assertThat(jdbc.sql("select state, origin, proposer_name from legislation.proposal where id = :id::uuid")
                        .param("id", page.substring(page.lastIndexOf('/') + 1))
                        .query()
                        .singleRow())
                .containsEntry("state", "PROPOSED")
                .containsEntry("origin", "/gazette/received/" + guinea.party() + "/" + said.id())
                .containsEntry("proposer_name", expert.name());
        assertThatThrownBy(() -> following.take(guinea.party(), said.id(), expert))
                .isInstanceOf(GazetteRefused.class);
    }

    @Test
    void underARuleAStateIsBelievedAboutItsOwnLawOnly() throws Exception {
        assertThatThrownBy(() -> following.rule(guinea.party(), AnnouncementKind.LAW_CHANGE, true, administrator))
                .isInstanceOf(GazetteRefused.class);
        following.rule(guinea.party(), AnnouncementKind.LAW_CHANGE, true, reviewer);
        var own = guinea.says(AnnouncementKind.LAW_CHANGE, "GN: status", facts(status("GN", "ets182")));
        var others = guinea.says(AnnouncementKind.LAW_CHANGE, "VU: status", facts(status("VU", "ets182")));
        assertThat(guinea.read()).isEqualTo(new Outcome.Read(2));
        assertThat(guinea.received(own).state()).isEqualTo(State.TAKEN);
        assertThat(guinea.received(own).decision().orElseThrow().because()).isEqualTo(reviewer.name());
        assertThat(holdsHere("GN", "ets182")).isTrue();
        assertThat(guinea.received(others).isOpen()).isTrue();
        assertThat(holdsHere("VU", "ets182")).isFalse();
    }

    @Test
    void aChangeTakenFromAnotherIsNotAnnouncedAgain() throws Exception {
        following.rule(guinea.party(), AnnouncementKind.LAW_CHANGE, true, reviewer);
        long before = own.size();
        guinea.says(AnnouncementKind.LAW_CHANGE, "GN: status", facts(status("GN", "ets189")));
        guinea.read();
        assertThat(holdsHere("GN", "ets189")).isTrue();
        assertThat(own.size()).isEqualTo(before);
    }

    @Test
    void factsThatDoNotReadAreSaidAndNothingIsMadeOfThem() throws Exception {
        var broken = guinea.says(
                AnnouncementKind.LAW_CHANGE,
                "GN: nonsense",
                facts(Map.of("kind", "STATUS", "cells", Map.of("state", "GN", "instrument", "no-such"))));
        var unreadable = guinea.says(AnnouncementKind.LAW_CHANGE, "GN: no rows", Map.of("rows", "all of it"));
        guinea.read();
        for (Announcement each : List.of(broken, unreadable)) {
            var received = guinea.received(each);
            assertThat(reading.taking(received).orElseThrow().effectOf(received).fits())
                    .isFalse();
            assertThatThrownBy(() -> following.take(guinea.party(), each.id(), expert))
                    .isInstanceOf(GazetteRefused.class);
            assertThat(guinea.received(each).isOpen()).isTrue();
        }
    }

    @Test
    void whatAnotherKeySignedOrAnotherPartySaysIsPassedOver() throws Exception {
        var stranger =
                FollowedByTest.publisher("GN-" + UUID.randomUUID().toString().substring(0, 8), context);
        var foreign = new Announcement(
                UUID.randomUUID(), "need", stranger.party().value(), Instant.EPOCH, "Not theirs", Map.of());
        guinea.says(foreign);
        guinea.log.append(foreign.signedBy(stranger.signer).bytes());
        guinea.log.append("no note at all".getBytes(StandardCharsets.UTF_8));
        var need = guinea.says(AnnouncementKind.NEED, "A course", Map.of("text", "In French."));
        assertThat(guinea.read()).isEqualTo(new Outcome.Read(1));
        assertThat(guinea.received(need).state()).isEqualTo(State.NOTED);
        assertThat(reading.followed(guinea.party()).orElseThrow().taken()).isEqualTo(4);
    }

    @Test
    void aSecondHistoryStopsTheReadingAndIsKeptAsEvidence() throws Exception {
        guinea.says(AnnouncementKind.NEED, "First", Map.of("text", "one"));
        guinea.says(AnnouncementKind.NEED, "Second", Map.of("text", "two"));
        guinea.read();
        guinea.losesItsLog();
        guinea.says(AnnouncementKind.NEED, "Another first", Map.of("text", "one"));
        guinea.says(AnnouncementKind.NEED, "Another second", Map.of("text", "two"));
        assertThat(guinea.read()).isInstanceOf(Outcome.Trouble.class);
        assertThat(titles()).containsExactlyInAnyOrder("First", "Second");
        assertThat(histories.contradictions())
                .anySatisfy(found ->
                        assertThat(found.origin()).isEqualTo(guinea.signer.key().name()));
        assertThat(reading.followed(guinea.party()).orElseThrow().trouble()).isPresent();
    }

    @Test
    void aLogThatWasBuiltAnewIsReadAgainOnceAPersonAcceptsItAndNothingIsDoubled() throws Exception {
        var first = guinea.says(AnnouncementKind.NEED, "First", Map.of("text", "one"));
        guinea.says(AnnouncementKind.NEED, "Lost", Map.of("text", "two"));
        guinea.read();
        guinea.losesItsLog();
        guinea.says(first);
        guinea.says(AnnouncementKind.NEED, "After the fire", Map.of("text", "three"));
        assertThat(guinea.read()).isInstanceOf(Outcome.Trouble.class);
        var found = histories.contradictions().stream()
                .filter(it -> it.origin().equals(guinea.signer.key().name()))
                .findFirst()
                .orElseThrow();
        histories.accept(found.id(), "They telephoned: their disk burnt.", administrator.name());
        assertThat(guinea.read()).isEqualTo(new Outcome.Read(1));
        assertThat(titles()).containsExactlyInAnyOrder("First", "Lost", "After the fire");
        assertThat(reading.followed(guinea.party()).orElseThrow().trouble()).isEmpty();
    }

    @Test
    void whatItsPublisherTakesBackCannotBeTakenOver() throws Exception {
        var said = guinea.says(AnnouncementKind.LAW_CHANGE, "GN: status", facts(status("GN", "ets30")));
        guinea.read();
        guinea.says(
                AnnouncementKind.REVOCATION,
                "GN: status",
                Map.of("revokes", said.id().toString(), "why", "A wrong date."));
        guinea.read();
        assertThat(guinea.received(said).revoked().orElseThrow().why()).isEqualTo("A wrong date.");
        assertThatThrownBy(() -> following.take(guinea.party(), said.id(), expert))
                .isInstanceOf(GazetteRefused.class);
    }

    @Test
    void aNewerCardOfThePublisherMayBeTakenByRuleAndAnIntroducedOneWaits() throws Exception {
        following.rule(guinea.party(), AnnouncementKind.DIRECTORY_CARD, true, administrator);
        var moved = SampleNodes.movedTo(guinea.node, FreePort.any());
        var stranger =
                SampleNodes.contactPoint("GW-" + UUID.randomUUID().toString().substring(0, 8), 20002, WallTime.clock());
        var newer = guinea.says(AnnouncementKind.DIRECTORY_CARD, "Moved", Map.of("card", base64(moved.bytes())));
        var introduced = guinea.says(
                AnnouncementKind.DIRECTORY_CARD,
                "Neighbour",
                Map.of("card", base64(stranger.card().bytes())));
        guinea.read();
        assertThat(peers.require(guinea.party()).card()).isEqualTo(moved);
        assertThat(guinea.received(newer).state()).isEqualTo(State.TAKEN);
        assertThat(peers.find(stranger.party())).isEmpty();
        following.take(guinea.party(), introduced.id(), administrator);
        assertThat(peers.require(stranger.party()).confirmedAt()).isEmpty();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void whoCannotBeReachedIsSaidAndTriedAgain() {
        assertThat(looking.look(guinea.party()))
                .isInstanceOfSatisfying(
                        Outcome.Trouble.class,
                        trouble -> assertThat(trouble.why().inEnglish()).contains("reached"));
    }

    private List<String> titles() {
        return reading.page(new ReadingGazettes.Filter("", guinea.party().value(), false, 1), 50).stream()
                .map(it -> it.announcement().title())
                .toList();
    }
}
