package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.exchange.Patience.eventually;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.EmergencyClaim;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.evidence.Condition;
import org.comity.node.evidence.Custody;
import org.comity.node.evidence.EvidenceRefused;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.evidence.Fetch;
import org.comity.node.evidence.FetchingEvidence;
import org.comity.node.evidence.HandingOutEvidence;
import org.comity.node.evidence.LimitingEvidence;
import org.comity.node.evidence.Origin;
import org.comity.node.evidence.Particulars;
import org.comity.node.evidence.ReadingEvidence;
import org.comity.node.evidence.ReleasingEvidence;
import org.comity.node.evidence.TakingInEvidence;
import org.comity.node.settings.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Evidence goes from one State's vault into another's, over sockets and a line that breaks. */
class TransferStoryTests {

    private static final int MIB = 1 << 20;
    private static OrderNode portugal;
    private static OrderNode brazil;
    private static CutLine line;

    @BeforeAll
    static void start() {
        int port = FreePort.any();
        int shown = FreePort.any();
        line = new CutLine(shown, port);
        portugal = new OrderNode("PT-contact-point", "24-7-contact,central-authority");
        brazil = new OrderNode(port, Optional.of(shown), "BR-contact-point", "24-7-contact,central-authority");
        OrderNode.introduce(portugal, brazil);
    }

    @AfterAll
    static void stop() throws IOException {
        portugal.close();
        brazil.close();
        line.close();
    }

    @BeforeEach
    void theLineIsWhole() {
        line.mend();
    }

    @Test
    void aLargeExhibitGoesOnWhereTheLineBrokeAndStandsInTheOtherVaultWithItsConditions() throws Exception {
        var request = executed();
        var content = content(12 * MIB + 5);
        var ours = takeIn(request, content);
        // four chunks may be on their way when it breaks: at least three others are here for good
        line.cutAfter(8 * MIB);
        brazil.the(ExecutingAssistance.class).handOver(brazil.officer, request, "", "", List.of(ours.id()));

        eventually(() -> assertThat(fetch(request).trouble()).isPresent());
        assertThat(fetch(request).state()).isEqualTo(Fetch.State.WAITING);
        long before = line.passed();
        line.mend();
        eventually(() -> assertThat(fetch(request).state()).isEqualTo(Fetch.State.DONE));

        assertThat(line.passed() - before)
                .as("what had come is not asked for again")
                .isLessThan(9 * MIB);
        var theirs = portugal.view(request).exhibits().getFirst();
        assertThat(fetch(request).exhibit()).hasValue(theirs.id());
        assertThat(theirs.sha256()).isEqualTo(ours.sha256());
        assertThat(read(theirs.id())).isEqualTo(content);
        assertThat(theirs.particulars().origin()).isEqualTo(Origin.PEER);
        assertThat(theirs.particulars().provision()).isEqualTo("ets185:31");
        assertThat(theirs.particulars().conditions())
                .extracting(it -> it.text())
                .containsExactly("For this investigation only");
        assertThat(what(portugal, theirs)).containsExactly("taken-in", "limited");
        assertThat(what(brazil, ours)).containsExactly("taken-in", "released");
        assertThat(brazil.the(RequestEvidence.class).releases(request))
                .singleElement()
                .satisfies(release -> {
                    assertThat(release.recipient()).isEqualTo(portugal.party.value());
                    assertThat(release.isFetched()).isTrue();
                });
        var manifest = portugal.view(request).timeline().stream()
                .filter(step -> step.event() == RequestEvent.HANDED_OVER)
                .findFirst()
                .orElseThrow()
                .particulars()
                .exhibits()
                .getFirst();
        assertThat(manifest.size()).isEqualTo(content.length);
        assertThat(answer(manifest.address(), "")).isEqualTo(404);
        assertThat(answer(manifest.address(), "Bearer " + "0".repeat(64))).isEqualTo(404);
    }

    @Test
    void whatLimitedItsUseAtTheSendersLimitsItAtTheReceiversToo() throws Exception {
        var request = executed();
        var ours = takeIn(request, content(5000));
        var limits = List.of(
                new Condition("Not to be shown to the press", "national law, section 7"),
                Condition.of("For this investigation only"));
        limits.forEach(limit -> brazil.the(LimitingEvidence.class).limit(brazil.officer, ours.id(), limit));

        brazil.the(ExecutingAssistance.class).handOver(brazil.officer, request, "", "", List.of(ours.id()));
        eventually(() -> assertThat(fetch(request).state()).isEqualTo(Fetch.State.DONE));

        var theirs = portugal.view(request).exhibits().getFirst();
        assertThat(theirs.particulars().conditions()).containsAll(limits);
        assertThat(portugal.the(Custody.class).of(theirs.id()).steps())
                .extracting(
                        step -> step.said().what() + " " + step.said().facts().getOrDefault("condition", "") + " "
                                + step.said().under())
                .contains("limited Not to be shown to the press national law, section 7");
        assertThatThrownBy(() -> portugal.the(HandingOutEvidence.class)
                        .handOut(portugal.officer, theirs.id(), "an expert", "an opinion", false))
                .as("they are shown there before it goes on")
                .isInstanceOf(EvidenceRefused.class);
    }

    @Test
    void aPersonPausesResumesAndCancels() throws Exception {
        var request = executed();
        var ours = takeIn(request, content(2 * MIB));
        line.cutAfter(1);
        brazil.the(ExecutingAssistance.class).handOver(brazil.officer, request, "Parcel 9", "", List.of(ours.id()));
        eventually(() -> assertThat(fetch(request).trouble()).isPresent());

        var fetching = portugal.the(FetchingEvidence.class);
        fetching.pause(portugal.officer, fetch(request).id());
        assertThat(fetch(request).state()).isEqualTo(Fetch.State.PAUSED);
        line.mend();
        fetching.resume(portugal.officer, fetch(request).id());
        eventually(() -> assertThat(fetch(request).state()).isEqualTo(Fetch.State.DONE));
        fetching.cancel(portugal.officer, fetch(request).id());
        assertThat(fetch(request).state())
                .as("what is in the vault stays there")
                .isEqualTo(Fetch.State.DONE);
    }

    @Test
    void aProcessThatIsKilledWhileItFetchesLeavesWhatTheNextOneGoesOnFrom() throws Exception {
        var request = executed();
        var ours = takeIn(request, content(16 * MIB));
        portugal.stop();
        long before = line.passed();
        line.slowDownTo(4 * MIB);
        var process = portugal.startApart();
        try {
            brazil.the(ExecutingAssistance.class).handOver(brazil.officer, request, "", "", List.of(ours.id()));
            eventually(() -> assertThat(line.passed() - before).isGreaterThan(8 * MIB));
        } finally {
            process.destroyForcibly().waitFor();
        }
        long killed = line.passed();
        assertThat(killed - before).as("it was in the middle").isLessThan(14 * MIB);
        line.mend();

        portugal.start();
        // nobody has heard of the process for so long that another may go on
        portugal.the(JdbcClient.class)
                .sql("update evidence.fetch set held_until = offered_at where id = :id")
                .param("id", fetch(request).id())
                .update();
        var theirs = arrived(portugal, request);

        assertThat(line.passed() - killed)
                .as("what the killed process had is not asked for again")
                .isLessThan(11 * MIB);
        assertThat(theirs.sha256()).isEqualTo(ours.sha256());
        assertThat(what(portugal, theirs)).containsExactly("taken-in", "limited");
    }

    /** As a node finds its fetches when it starts again after a crash: held by nobody, and perhaps further than they say. */
    @Test
    void aCrashBetweenTheLastByteAndTheNoteOfItLeavesOneExhibit() throws Exception {
        var request = executed();
        var ours = takeIn(request, content(MIB));
        brazil.the(ExecutingAssistance.class).handOver(brazil.officer, request, "", "", List.of(ours.id()));
        eventually(() -> assertThat(fetch(request).state()).isEqualTo(Fetch.State.DONE));
        var theirs = portugal.view(request).exhibits().getFirst();

        portugal.the(JdbcClient.class).sql("""
                        update evidence.fetch set state = 'WAITING', received = 0, next_at = offered_at, held_until = offered_at
                        where id = :id
                        """).param("id", fetch(request).id()).update();

        eventually(() -> assertThat(fetch(request).state()).isEqualTo(Fetch.State.DONE));
        assertThat(portugal.view(request).exhibits()).extracting(Exhibit::id).containsExactly(theirs.id());
        assertThat(what(portugal, theirs)).containsExactly("taken-in", "limited");
    }

    /** A person repeats what a crash cut off: until the request moves, nothing of a release is anywhere. */
    @Test
    void aCrashWhileAnExhibitIsReadLeavesAllAsItWas() throws Exception {
        var request = executed();
        var ours = takeIn(request, content(MIB));
        brazil.the(ReleasingEvidence.class).prepare(ours.id(), portugal.party); // and then the power went

        assertThat(what(brazil, ours)).containsExactly("taken-in");
        assertThat(brazil.the(RequestEvidence.class).releases(request)).isEmpty();
        brazil.the(ExecutingAssistance.class).handOver(brazil.officer, request, "", "", List.of(ours.id()));
        assertThat(what(brazil, ours)).containsExactly("taken-in", "released");
        eventually(() -> assertThat(fetch(request).state()).isEqualTo(Fetch.State.DONE));
    }

    @Test
    void whatWasDestroyedWhileItWasReadIsNotReleased() throws Exception {
        var request = executed();
        var ours = takeIn(request, content(MIB));
        var read = brazil.the(ReleasingEvidence.class).prepare(ours.id(), portugal.party);
        brazil.the(JdbcClient.class)
                .sql(
                        "update evidence.exhibit set standing = 'KEY_DESTROYED', wrapped_key = null, key_under = null where id = :id")
                .param("id", ours.id().value())
                .update();

        var to = new ReleasingEvidence.To(portugal.party, "Portugal", "ets185:31", "request:" + request, "officer");
        assertThatThrownBy(() -> brazil.the(TransactionOperations.class)
                        .execute(_ -> brazil.the(ReleasingEvidence.class).release(read, to)))
                .isInstanceOf(EvidenceRefused.class);
    }

    /** CETS 224 art. 9: what is disclosed at once comes out of the vault as all else does. */
    @Test
    void anEmergencyIsAnsweredOutOfTheVault() throws Exception {
        var claim = new EmergencyClaim(
                EmergencyClaim.Risk.LIFE_OR_SAFETY, "A child of nine", "Death", "It happens now", "It shows where");
        var id = sent(
                RequestKind.EMERGENCY_DISCLOSURE,
                "ets185:31",
                content -> content.withEmergency(Optional.of(claim))
                        .withUrgency(new Urgency(UrgencyLevel.EMERGENCY, "A child is missing")));
        checked(id);
        var answering = brazil.the(AnsweringEmergency.class);
        answering.recordCallBack(brazil.officer, id, "Duty desk, number of the directory", "They asked for it");
        var ours = takeIn(id, content(MIB + 1));

        answering.disclose(brazil.approver, id, obtained(), "", "", List.of(ours.id()));

        var theirs = arrived(portugal, id);
        assertThat(theirs.sha256()).isEqualTo(ours.sha256());
        assertThat(theirs.particulars().provision()).isEqualTo("ets185:31");
        assertThat(portugal.view(id).request().production()).hasValueSatisfying(production -> {
            assertThat(production.handoverReference()).isEqualTo(ours.mark());
            assertThat(production.digest()).isEqualTo("sha256:" + ours.sha256());
        });
        assertThat(what(portugal, theirs)).containsExactly("taken-in");
        assertThat(what(brazil, ours)).containsExactly("taken-in", "released");
    }

    /** ETS 185 art. 26: the receiver's vault knows the conditions on which it was told. */
    @Test
    void informationIsGivenWithWhatBelongsToItInTheCase() throws Exception {
        var id = sent(
                RequestKind.SPONTANEOUS_INFORMATION,
                "ets185:26",
                content -> content.withConditions("For this investigation only"));
        brazil.the(DecidingRequest.class).acknowledge(brazil.officer, id, "");
        brazil.the(SharingInformation.class).acceptConditions(brazil.approver, id, "");
        eventually(() -> assertThat(portugal.view(id).request().conditions()).isPresent());
        var caseFile = "case-file:" + portugal.view(id).request().caseFile().orElseThrow();
        var ours = takeIn(portugal, caseFile, content(MIB));

        portugal.the(SharingInformation.class)
                .give(portugal.approver, id, "The accounts are a, b and c.", "", List.of(ours.id()));

        var theirs = arrived(brazil, id);
        assertThat(theirs.sha256()).isEqualTo(ours.sha256());
        assertThat(theirs.particulars().origin()).isEqualTo(Origin.PEER);
        assertThat(theirs.particulars().provision()).isEqualTo("ets185:26");
        assertThat(theirs.particulars().conditions())
                .extracting(it -> it.text())
                .containsExactly("For this investigation only");
        assertThat(what(brazil, theirs)).containsExactly("taken-in", "limited");
        assertThat(what(portugal, ours)).as("the conditions bind the receiver").containsExactly("taken-in", "released");
    }

    @Test
    void onlyWhatBelongsToTheRequestIsHandedOver() throws Exception {
        var request = executed();
        assertThatThrownBy(() -> brazil.the(ExecutingAssistance.class)
                        .handOver(
                                brazil.officer,
                                request,
                                "",
                                "",
                                List.of(ExhibitId.of("00000000-0000-0000-0000-000000000001"))))
                .isInstanceOf(ActRefused.Malformed.class);
    }

    /** Mutual assistance, granted on a condition and carried out. */
    private static RequestId executed() {
        var id = sent(
                RequestKind.MUTUAL_ASSISTANCE,
                "ets185:31",
                content -> content.withProceeding("Prosecution, 13/26").withMissingReason("No seal is used"));
        checked(id);
        var assisting = brazil.the(ExecutingAssistance.class);
        assisting.offerConditions(brazil.officer, id, "For this investigation only", "ets185:28(2)");
        stands(portugal, id, RequestState.CONDITIONS_OFFERED);
        portugal.the(PursuingRequest.class).acceptConditions(portugal.approver, id, "");
        eventually(() -> assertThat(
                        brazil.view(id).request().conditions().orElseThrow().accepted())
                .isTrue());
        assisting.recordExecuted(brazil.officer, id, obtained());
        return id;
    }

    private static RequestId sent(RequestKind kind, String provision, UnaryOperator<RequestContent> saying) {
        var file = portugal.the(OpeningCaseFile.class)
                .open(
                        portugal.officer,
                        new OpeningCaseFile.Opening(
                                "Operation", TwoNodes.ILLEGAL_ACCESS, "Access was sold.", CaseFile.DESK));
        var drafting = portugal.the(DraftingRequest.class);
        var id = drafting.begin(portugal.officer, file.reference(), kind);
        var content = TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "Access was sold."))
                .withMissingReason("There is no time");
        var version = drafting.save(portugal.officer, id, 0, saying.apply(content));
        version = drafting.chooseRoute(portugal.officer, id, version, provision, brazil.party);
        drafting.submit(portugal.officer, id, version);
        portugal.the(ApprovingRequest.class).approve(portugal.approver, id, "");
        stands(brazil, id, RequestState.SENT);
        return id;
    }

    private static void checked(RequestId id) {
        var deciding = brazil.the(DecidingRequest.class);
        deciding.acknowledge(brazil.officer, id, "");
        deciding.recordLegalCheck(
                brazil.lawyer, id, new DecidingRequest.Check(TwoNodes.SAFEGUARDS, "Own law, article 13"));
    }

    private static ExecutingAssistance.Outcome obtained() {
        return new ExecutingAssistance.Outcome(
                brazil.the(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS), "Example Hosting", List.of(), "");
    }

    /** What came of it from the other side, once it is in the vault. */
    private static Exhibit arrived(OrderNode node, RequestId id) {
        eventually(() -> assertThat(node.view(id).fetches())
                .singleElement()
                .extracting(Fetch::state)
                .isEqualTo(Fetch.State.DONE));
        return node.view(id).exhibits().getFirst();
    }

    private static void stands(OrderNode node, RequestId id, RequestState state) {
        eventually(() -> assertThatCode(() -> assertThat(node.state(id)).isEqualTo(state))
                .doesNotThrowAnyException());
    }

    private static Exhibit takeIn(RequestId request, byte[] content) throws IOException {
        return takeIn(brazil, "request:" + request, content);
    }

    private static Exhibit takeIn(OrderNode node, String about, byte[] content) throws IOException {
        return node.the(TakingInEvidence.class)
                .takeIn(
                        Particulars.of("mailbox.mbox", Origin.OFFICER, "Example Hosting")
                                .withAbout(Set.of(about)),
                        node.officer.name(),
                        Optional.of(node.officer.id()),
                        new ByteArrayInputStream(content));
    }

    private static Fetch fetch(RequestId request) {
        var fetches = portugal.the(RequestEvidence.class).fetches(request);
        assertThat(fetches).hasSize(1);
        return fetches.getFirst();
    }

    private static byte[] read(ExhibitId id) throws IOException {
        var content = new ByteArrayOutputStream();
        try (var open = portugal.the(ReadingEvidence.class).open(id)) {
            open.copy(0, open.size(), content);
        }
        return content.toByteArray();
    }

    private static List<String> what(OrderNode node, Exhibit exhibit) {
        return node.the(Custody.class).of(exhibit.id()).steps().stream()
                .map(step -> step.said().what())
                .toList();
    }

    private static int answer(URI address, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(address);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.GET().build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static byte[] content(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
