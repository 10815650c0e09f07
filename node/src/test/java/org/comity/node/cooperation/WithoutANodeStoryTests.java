package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.exchange.Patience.eventually;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.node.checkup.Checkup;
import org.comity.node.checkup.Finding.Verdict;
import org.comity.node.checkup.Report;
import org.comity.node.checkup.ReportFormat;
import org.comity.node.checkup.Subject;
import org.comity.node.cooperation.TheirAnswer.Source;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.KeptItem;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.directory.Channel;
import org.comity.node.directory.Correspondents;
import org.comity.node.directory.MailContact;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.CarryingPackets;
import org.comity.node.exchange.Deliveries;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.Packets;
import org.comity.node.exchange.ReceivedAnswer;
import org.comity.node.exchange.RecordingAcknowledgement;
import org.comity.node.exchange.mail.MailHouse;
import org.comity.node.exchange.mail.WritingLetters;
import org.comity.node.journal.Journal;
import org.comity.node.time.WallTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Portugal asks Argentina by mail, Paraguay on paper, and Brazil by packets that a person carries; each life is the same. */
class WithoutANodeStoryTests {

    private static final PartyId ARGENTINA = new PartyId("AR-central-authority");
    private static final PartyId PARAGUAY = new PartyId("PY-registry");

    private static MailHouse house;
    private static OrderNode portugal;
    private static OrderNode brazil;

    @BeforeAll
    static void start() {
        house = MailHouse.open();
        portugal = new OrderNode("PT-contact-point", "24-7-contact", house.settings());
        brazil = new OrderNode("BR-contact-point", "24-7-contact");
        OrderNode.introduce(portugal, brazil);
        portugal.the(Peers.class).reach(brazil.party, Channel.PACKET, "test");
        brazil.the(Peers.class).reach(portugal.party, Channel.PACKET, "test");
        enter(PARAGUAY, Optional.empty());
        enter(
                ARGENTINA,
                Optional.of(MailContact.read(
                        MailHouse.THEIRS,
                        MailHouse.pem(house.theirKeys().certificate()).getBytes(StandardCharsets.US_ASCII),
                        WallTime.clock())));
    }

    @AfterAll
    static void stop() {
        portugal.close();
        brazil.close();
        house.close();
    }

    @Test
    void onPaperTheFormIsCarriedAndTheLetterIsTheSourceOfEveryStep() {
        var id = approved("PY", PARAGUAY);
        var sent = sent(id);
        assertThat(sent.channel()).isEqualTo(Channel.PAPER);
        assertThat(portugal.the(Deliveries.class).enclosures(sent.id()))
                .extracting(Enclosure::type)
                .startsWith("application/pdf");
        portugal.the(RecordingAcknowledgement.class).handOver(sent.id(), "courier, consignment 7", portugal.officer);
        assertThat(portugal.state(id)).isEqualTo(RequestState.APPROVED);

        record(
                id,
                answer(RequestEvent.ACKNOWLEDGED, letter("We have it, under PY 77/26."))
                        .withReference("PY 77/26"));
        assertThat(portugal.state(id)).isEqualTo(RequestState.ACKNOWLEDGED);
        assertThat(portugal.view(id).request().counterpartReference()).isEqualTo("PY 77/26");
        assertThat(sent(id).proof()).hasValue(Delivery.Proof.RECORD);

        var until = now().plus(Duration.ofDays(90));
        record(
                id,
                answer(RequestEvent.PRESERVED, letter("Kept for 90 days."))
                        .withUntil(Optional.of(until))
                        .withHad(List.of(true, false)));
        var kept = portugal.view(id);
        assertThat(kept.request().state()).isEqualTo(RequestState.PARTIAL);
        assertThat(kept.request().preservation().orElseThrow().keptUntil()).isEqualTo(until);
        var step = kept.timeline().getLast();
        assertThat(step.by()).isEqualTo(By.REQUESTED);
        assertThat(step.actor()).isEqualTo(portugal.officer.name());
        assertThat(step.message()).isEmpty();
        assertThat(offer(id).received())
                .filteredOn(it -> step.particulars().source().orElseThrow().equals(it.id()))
                .extracting(ReceivedAnswer::text)
                .containsExactly("Kept for 90 days.");
        assertThat(kept.timeline())
                .extracting(Step::event)
                .containsSubsequence(
                        RequestEvent.ACKNOWLEDGED,
                        RequestEvent.ACCEPTED,
                        RequestEvent.ORDERED,
                        RequestEvent.PARTLY_PRESERVED);

        portugal.the(PursuingRequest.class)
                .askExtension(portugal.officer, id, until.plus(Duration.ofDays(30)), "The trial is later");
        assertThat(portugal.the(Deliveries.class)
                        .enclosures(sent(id).id())
                        .getFirst()
                        .content())
                .asString(StandardCharsets.UTF_8)
                .contains("Longer preservation asked for", "PY 77/26", "The trial is later");
        record(id, answer(RequestEvent.EXTENSION_DECLINED, letter("No.")).withReason("No such power"));
        assertThat(offer(id).answers()).doesNotContainKey(RequestEvent.EXTENSION_GRANTED);
    }

    /** Article 29(7): that the request for the data has arrived freezes what is kept; that it is handed over ends it. */
    @Test
    void onPaperTheDataItselfIsObtainedToo() {
        var preserved = approved("PY", PARAGUAY);
        record(preserved, answer(RequestEvent.PRESERVED, letter("All is kept.")));
        var drafting = portugal.the(DraftingRequest.class);
        var id = drafting.followUp(portugal.officer, preserved, RequestKind.MUTUAL_ASSISTANCE);
        drafting.chooseRoute(portugal.officer, id, version(id), "ets185:31", PARAGUAY);
        send(id);

        record(id, answer(RequestEvent.ACKNOWLEDGED, letter("It is here.")));
        assertThat(portugal.state(preserved)).isEqualTo(RequestState.FOLLOWUP_RECEIVED);
        record(
                id,
                answer(
                                RequestEvent.HANDED_OVER,
                                new Source.Brought(
                                        "The data is enclosed.",
                                        List.of(new Enclosure("data.zip", "application/zip", new byte[] {1}))))
                        .withUnder("Parcel 7"));
        assertThat(portugal.state(id)).isEqualTo(RequestState.DELIVERED);
        assertThat(portugal.state(preserved)).isEqualTo(RequestState.PRODUCED);
        assertThat(portugal.view(id).request().production().orElseThrow().digest())
                .isEqualTo("sha256:4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a");
    }

    @Test
    void onPaperTooAnAnswerIsAboutSomeOfTheItems() {
        var id = approved("PY", PARAGUAY);
        record(id, answer(RequestEvent.PRESERVED, letter("All is kept.")));
        assertThat(offer(id).answers().get(RequestEvent.FOLLOWUP_RECEIVED)).contains(TheirAnswer.Part.KEPT_ITEMS);
        record(
                id,
                answer(RequestEvent.FOLLOWUP_RECEIVED, letter("Your request for the account is here."))
                        .withUnder("PY 78/26")
                        .withHad(List.of(true, false)));
        record(id, answer(RequestEvent.PRODUCED, letter("Parcel 8.")).withUnder("Parcel 8"));
        assertThat(portugal.state(id)).isEqualTo(RequestState.PARTIAL);
        assertThat(portugal.view(id).request().preservation().orElseThrow().items())
                .extracting(KeptItem::state)
                .containsExactly(RequestState.PRODUCED, RequestState.PRESERVED);
    }

    @Test
    void aSignedMailIsFiledByItselfAndWrittenDownByAPerson() {
        var id = approved("AR", ARGENTINA);
        eventually(() -> assertThat(sent(id).handedOverAt()).isPresent());
        house.answer(sent(id).id(), "We keep all of it. Our reference: AR-9.", ourCertificate());
        stands(portugal, id, RequestState.SENT);
        assertThat(sent(id).proof()).hasValue(Delivery.Proof.SIGNED_MAIL);
        var mail = offer(id).received().getFirst();

        record(id, answer(RequestEvent.PRESERVED, new Source.Filed(mail.id())).withReference("AR-9"));
        assertThat(portugal.view(id).request().counterpartReference()).isEqualTo("AR-9");
        assertThat(portugal.state(id)).isEqualTo(RequestState.PRESERVED);
        assertThat(portugal.view(id).request().preservation().orElseThrow().keptUntil())
                .as("they named no end, so the shortest time of the treaty counts")
                .isAfter(now().plus(Duration.ofDays(59)));

        portugal.the(PursuingRequest.class).release(portugal.officer, id, "The suspect confessed");
        eventually(() -> assertThat(house.arrived()).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void aRefusalByMailIsOnAGroundOfTheClosedListOrNamesNone() {
        var id = approved("AR", ARGENTINA);
        var grounds = portugal.view(id).refusalGrounds();
        var refused = answer(RequestEvent.REFUSED, letter("We refuse, article 29(5)."));
        assertThatThrownBy(() -> record(id, refused.withReason("No").withGround("too-busy")))
                .isInstanceOf(ActRefused.Malformed.class)
                .hasMessageContaining("closed list");
        assertThatThrownBy(() -> record(id, refused)).hasMessageContaining("what they say");
        record(
                id,
                answer(RequestEvent.REFUSED, letter("We refuse."))
                        .withReason("Our security")
                        .withGround(grounds.getFirst().id()));
        assertThat(portugal.state(id)).isEqualTo(RequestState.REFUSED);
        assertThat(portugal.view(id).timeline().getLast().particulars().ground())
                .hasValue(grounds.getFirst().id());
    }

    @Test
    void aQuestionByMailIsAnsweredByMail() {
        var id = approved("AR", ARGENTINA);
        record(
                id,
                answer(RequestEvent.CLARIFICATION_ASKED, letter("Which account?"))
                        .withReason("Which account?"));
        assertThat(portugal.state(id)).isEqualTo(RequestState.CLARIFICATION);
        portugal.the(PursuingRequest.class).answerClarification(portugal.officer, id, "The one made in 2024.");
        assertThat(portugal.state(id)).isEqualTo(RequestState.ACKNOWLEDGED);
        assertThat(sent(id).channel()).isEqualTo(Channel.MAIL);
    }

    @Test
    void overPacketsBothNodesSpeakForThemselves() {
        var id = approved("BR", brazil.party);
        assertThat(sent(id).channel()).isEqualTo(Channel.PACKET);
        carry(portugal, brazil);
        stands(brazil, id, RequestState.SENT);
        assertThatThrownBy(() -> record(id, answer(RequestEvent.ACKNOWLEDGED, letter("They telephoned."))))
                .isInstanceOf(ActRefused.NotPermitted.class)
                .hasMessageContaining("answers for itself");

        var deciding = brazil.the(DecidingRequest.class);
        deciding.acknowledge(brazil.officer, id, "");
        deciding.recordLegalCheck(brazil.officer, id, new DecidingRequest.Check(TwoNodes.SAFEGUARDS, "Own law"));
        deciding.accept(brazil.officer, id);
        brazil.the(ExecutingPreservation.class).order(brazil.officer, id, "Example Hosting", "Own law");
        brazil.the(ExecutingPreservation.class)
                .recordPreserved(
                        brazil.officer,
                        id,
                        ExecutingPreservation.Confirmation.ofAll(
                                brazil.the(Clock.class).instant(), Optional.empty(), "Example Hosting"));
        carry(brazil, portugal);
        stands(portugal, id, RequestState.PRESERVED);

        var refused = approved("BR", brazil.party);
        carry(portugal, brazil);
        stands(brazil, refused, RequestState.SENT);
        deciding.acknowledge(brazil.officer, refused, "");
        deciding.recordLegalCheck(brazil.officer, refused, new DecidingRequest.Check(TwoNodes.SAFEGUARDS, "Own law"));
        deciding.refuse(
                brazil.approver,
                refused,
                brazil.view(refused).refusalGrounds().getFirst().id(),
                "Our security");
        carry(brazil, portugal);
        stands(portugal, refused, RequestState.REFUSED);
    }

    private static void stands(OrderNode node, RequestId id, RequestState state) {
        eventually(() -> assertThatCode(() -> assertThat(node.state(id)).isEqualTo(state))
                .doesNotThrowAnyException());
    }

    /** All but the test server of PostgreSQL, which is set to forget everything in a power cut: that is named. */
    @Test
    void aNodeThatIsSetUpFindsThatAllOfItWorksAndLeavesNothingBehind() {
        var steps = portugal.the(Journal.class).size();
        var report = portugal.the(Checkup.class).run();

        assertThat(report.lines())
                .filteredOn(line -> line.finding().verdict() == Verdict.FAILED)
                .singleElement()
                .extracting(line -> line.finding().said().inEnglish())
                .asString()
                .contains("power cut", "fsync, full_page_writes, synchronous_commit");
        assertThat(report.lines())
                .filteredOn(line -> line.finding().verdict() == Verdict.WELL)
                .extracting(Report.Line::subject)
                .contains(
                        Subject.DATABASE,
                        Subject.CLOCKS,
                        Subject.KEYS,
                        Subject.CERTIFICATES,
                        Subject.JOURNAL,
                        Subject.AS4,
                        Subject.HI1_MESSAGES,
                        Subject.HI1_DOOR,
                        Subject.MAIL_OUT,
                        Subject.MAIL_IN,
                        Subject.PACKETS,
                        Subject.VAULT);
        assertThat(report.lines())
                .extracting(line -> line.finding().said().inEnglish())
                .contains("A message without a signature is refused.");
        assertThat(portugal.the(Journal.class).size()).isEqualTo(steps);
        assertThat(portugal.the(Checkup.class).last())
                .hasValueSatisfying(kept ->
                        assertThat(ReportFormat.text("node", kept)).isEqualTo(ReportFormat.text("node", report)));
    }

    /** As a person does on the page: makes a packet here, and takes it in there. */
    private static void carry(OrderNode from, OrderNode to) {
        var packet = from.the(CarryingPackets.class).make(to.party, from.officer.name());
        to.the(CarryingPackets.class)
                .take(from.the(Packets.class).file(packet.id()).orElseThrow(), to.officer.name());
    }

    private static void enter(PartyId party, Optional<MailContact> mail) {
        portugal.the(Correspondents.class)
                .enter(
                        new Correspondents.Entry(
                                party,
                                "Registry of " + party.state(),
                                Set.of(NodeFunction.CONTACT_24_7),
                                List.of("es", "en"),
                                mail,
                                "Main counter"),
                        portugal.administrator);
        portugal.the(Correspondents.class).confirm(party, "called back", portugal.secondAdministrator);
    }

    private static RequestId approved(String state, PartyId party) {
        var file = portugal.the(OpeningCaseFile.class)
                .open(
                        portugal.officer,
                        new OpeningCaseFile.Opening(
                                "Operation", TwoNodes.ILLEGAL_ACCESS, "Access was sold.", CaseFile.DESK));
        var drafting = portugal.the(DraftingRequest.class);
        var id = drafting.begin(portugal.officer, file.reference(), RequestKind.PRESERVATION);
        var content = TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "Access was sold."))
                .withRequestedState(state);
        var version = drafting.save(portugal.officer, id, 0, content);
        drafting.chooseRoute(portugal.officer, id, version, "ets185:29", party);
        return send(id);
    }

    private static RequestId send(RequestId id) {
        portugal.the(DraftingRequest.class).submit(portugal.officer, id, version(id));
        portugal.the(ApprovingRequest.class).approve(portugal.approver, id, "");
        return id;
    }

    private static int version(RequestId id) {
        return portugal.view(id).request().version();
    }

    /** The last that left. */
    private static Delivery sent(RequestId id) {
        return portugal.view(id).deliveries().getLast();
    }

    private static RecordingAnswers.Offer offer(RequestId id) {
        return portugal.the(RecordingAnswers.class)
                .offered(portugal.officer, id)
                .orElseThrow();
    }

    private static X509Certificate ourCertificate() {
        return portugal.the(WritingLetters.class).keys().certificate();
    }

    private static Instant now() {
        return portugal.the(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Source letter(String text) {
        return new Source.Brought(text, List.of());
    }

    private static void record(RequestId id, TheirAnswer answer) {
        portugal.the(RecordingAnswers.class).record(portugal.officer, id, answer);
    }

    private static TheirAnswer answer(RequestEvent event, Source source) {
        return new TheirAnswer(
                event,
                now(),
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                "Example Hosting",
                "",
                List.of(),
                "",
                source);
    }
}
