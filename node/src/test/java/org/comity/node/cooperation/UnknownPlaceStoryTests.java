package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.place.Assessment;
import org.comity.node.cooperation.place.Candidate;
import org.comity.node.cooperation.place.Likelihood;
import org.comity.node.cooperation.place.Source;
import org.comity.node.cooperation.place.Standing;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.DeliveryConfirmed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody knows which State has the data, so several are asked at once; Portugal asks Brazil and Japan. */
class UnknownPlaceStoryTests {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Candidate BRAZIL = candidate("BR", Likelihood.HIGH, Source.PROVIDER_STATEMENT);
    private static final Candidate JAPAN = candidate("JP", Likelihood.MEDIUM, Source.NETWORK_DATA);
    private static final Candidate FRANCE = candidate("FR", Likelihood.LOW, Source.TRANSPARENCY_DOCUMENT);

    private final TwoNodes nodes = new TwoNodes();
    private final TestNode portugal = nodes.portugal;
    private final TestNode brazil = nodes.brazil;
    private final TestNode japan = new TestNode("JP");
    private final LocatingData locating = portugal.the(LocatingData.class);
    private final AskingCandidates asking = portugal.the(AskingCandidates.class);
    private String caseFile = "";

    @BeforeEach
    void aCase() {
        caseFile = portugal.the(OpeningCaseFile.class)
                .open(
                        portugal.officer,
                        new OpeningCaseFile.Opening(
                                "Operation", TwoNodes.ILLEGAL_ACCESS, "Access was sold.", CaseFile.DESK))
                .reference();
    }

    @AfterEach
    void close() {
        nodes.close();
        japan.close();
    }

    @Test
    void severalStatesAreNeverMadeOneInSilence() {
        assess(0, Standing.CANDIDATES, "", BRAZIL, JAPAN);
        assertThatThrownBy(() -> assess(1, Standing.KNOWN, "", BRAZIL)).hasMessageContaining("JP");
        var ruledOut = JAPAN.withLikelihood(Likelihood.RULED_OUT);
        assertThatThrownBy(() -> assess(1, Standing.CANDIDATES, "", BRAZIL, ruledOut))
                .hasMessageContaining("JP");
        assess(1, Standing.KNOWN, "The provider says that nothing is kept in Japan.", BRAZIL, ruledOut);

        assertThat(whereabouts().history()).extracting(Assessment::number).containsExactly(2, 1);
        assertThat(whereabouts().history().getLast().open()).containsExactly("BR", "JP");
        assertThatThrownBy(() -> portugal.jdbc()
                        .sql("delete from cooperation.assessment")
                        .update())
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void anAssessmentFitsWhatItSaysAndRestsOnSomething() {
        assertThatThrownBy(() -> assess(0, Standing.KNOWN, "", BRAZIL, JAPAN)).hasMessageContaining("one State");
        assertThatThrownBy(() -> assess(0, Standing.CANDIDATES, "")).hasMessageContaining("at least one");
        assertThatThrownBy(() -> assess(0, Standing.UNKNOWN, "", BRAZIL)).hasMessageContaining("not known");
        assertThatThrownBy(() -> assess(0, Standing.CANDIDATES, "", BRAZIL, BRAZIL))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> assess(0, Standing.CANDIDATES, "", Candidate.of("BR", Likelihood.HIGH)))
                .hasMessageContaining("why");
        assertThatThrownBy(() -> assess(0, Standing.CANDIDATES, "", candidate("QQ", Likelihood.LOW, Source.ANSWER)))
                .isInstanceOf(ActRefused.Malformed.class);
        assess(0, Standing.DISTRIBUTED, "");
        assertThatThrownBy(() -> assess(0, Standing.UNKNOWN, "")).isInstanceOf(ActRefused.ChangedMeanwhile.class);
    }

    @Test
    void eachStateIsAskedInARequestOfItsOwnWhichSaysThatItIsOneOfSeveral() {
        var group = asked();
        var both = group().requests();
        assertThat(both).hasSize(2).extracting(Request::state).containsOnly(RequestState.DRAFT);
        assertThat(both)
                .extracting(it -> it.content().oneOf().orElseThrow().of())
                .containsOnly(2);

        asking.submit(portugal.officer, group);
        assertThatThrownBy(() -> asking.approve(portugal.approver, group, List.of(), ""))
                .hasMessageContaining("Choose");
        asking.approve(portugal.approver, group, ids(group().waiting()), "Both");
        carry();
        for (var node : List.of(brazil, japan)) {
            var id = to(node.party.state()).id();
            assertThat(node.view(id).request().content().oneOf().orElseThrow().group())
                    .isEqualTo(group);
            assertThat(portugal.state(id)).isEqualTo(RequestState.SENT);
        }
    }

    @Test
    void onlyAStateForWhichThereIsAReasonIsAskedAndOnlyToKeepData() {
        assess(0, Standing.CANDIDATES, "", BRAZIL);
        var draft = draft();
        assertThatThrownBy(() -> ask(draft, "BR", "JP")).hasMessageContaining("JP");
        assertThatThrownBy(() -> ask(draft, "BR")).hasMessageContaining("at least two");
        assertThat(group(draft)).isEmpty();
        var mla = portugal.the(DraftingRequest.class).begin(portugal.officer, caseFile, RequestKind.MUTUAL_ASSISTANCE);
        assertThatThrownBy(() -> ask(mla, "BR", "JP")).isInstanceOf(ActRefused.NotPermitted.class);
    }

    @Test
    void theSecondPersonMaySendSomeAndTheDrafterNone() {
        var group = asked();
        asking.submit(portugal.secondApprover, group);
        assertThatThrownBy(() -> asking.approve(portugal.lawyer, group, ids(group().waiting()), ""))
                .isInstanceOf(ActRefused.NotPermitted.class);
        asking.approve(portugal.approver, group, List.of(to("BR").id()), "");
        assertThat(to("BR").state()).isEqualTo(RequestState.APPROVED);
        assertThat(to("JP").state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    }

    @Test
    void onceOneStateConfirmsTheOthersAreLetGoOfInOneActByAPerson() {
        var group = sent();
        var toBrazil = to("BR").id();
        var toJapan = to("JP").id();
        assertThatThrownBy(() -> asking.standDown(portugal.officer, group, List.of(toJapan), "Found"))
                .hasMessageContaining("No State has confirmed");

        keep(brazil, toBrazil);
        keep(japan, toJapan);
        assertThat(group().isToBeConsolidated()).as("both have some of it").isFalse();
        asking.standDown(portugal.officer, group, List.of(toJapan), "All of it is in Brazil");
        carry();
        assertThat(japan.state(toJapan)).isEqualTo(RequestState.RELEASED);
        assertThat(brazil.state(toBrazil)).isEqualTo(RequestState.PRESERVED);

        var now = whereabouts().now().orElseThrow();
        assertThat(now.candidate("BR").orElseThrow().likelihood()).isEqualTo(Likelihood.CONFIRMED);
        assertThat(now.standing()).as("a person says when it is known").isEqualTo(Standing.CANDIDATES);
        assertThat(now.candidate("JP").orElseThrow().isOpen()).isTrue();
    }

    @Test
    void whatIsNotKeptYetIsTakenBackWhenTheOthersAreLetGoOf() {
        var group = sent();
        keep(brazil, to("BR").id());
        assertThat(group().isToBeConsolidated()).isTrue();
        asking.standDown(portugal.officer, group, List.of(to("JP").id()), "Found in Brazil");
        carry();
        assertThat(japan.state(to("JP").id())).isEqualTo(RequestState.WITHDRAWN);
    }

    @Test
    void aStateFoundLaterIsAddedAskedAndToldWhereThatIsOwed() {
        var group = sent();
        assertThatThrownBy(() -> asking.askAlso(portugal.officer, group, ask("FR")))
                .hasMessageContaining("FR");
        assess(1, Standing.CANDIDATES, "", BRAZIL, JAPAN, FRANCE);
        var later = asking.askAlso(portugal.officer, group, ask("FR"));
        assertThat(portugal.view(later)
                        .request()
                        .content()
                        .oneOf()
                        .orElseThrow()
                        .of())
                .isEqualTo(3);
        assertThatThrownBy(() -> asking.askAlso(portugal.officer, group, ask("FR")))
                .hasMessageContaining("already");
        assertThat(whereabouts().places())
                .filteredOn(Whereabouts.Place::foundLater)
                .extracting(it -> it.candidate().state())
                .containsExactly("FR");

        locating.oweNotice(portugal.officer, caseFile, 2, "FR", "Own law, article 9");
        assertThatThrownBy(() -> locating.noticeMade(
                        portugal.officer, caseFile, 3, "FR", LocalDate.parse("2026-12-01"), "Note 4"))
                .hasMessageContaining("future");
        locating.noticeMade(portugal.officer, caseFile, 3, "FR", DAY, "Note 4");
        assertThat(whereabouts()
                        .now()
                        .orElseThrow()
                        .candidate("FR")
                        .orElseThrow()
                        .notice())
                .hasValue(new Candidate.Notice("Own law, article 9", Optional.of(DAY), "Note 4"));

        assess(4, Standing.CANDIDATES, "", BRAZIL, JAPAN, FRANCE);
        assertThat(whereabouts()
                        .now()
                        .orElseThrow()
                        .candidate("FR")
                        .orElseThrow()
                        .notice())
                .as("is not lost by a later assessment")
                .isPresent();
    }

    @Test
    void eachCandidateHasItsRoutesAndItsClock() {
        sent();
        var draft = draft();
        assertThat(portugal.the(FindingPlaces.class).ways(portugal.officer, draft))
                .extracting(way -> way.candidate().state())
                .containsExactly("BR", "JP");
        assertThat(whereabouts().places())
                .filteredOn(place -> place.candidate().state().equals("JP"))
                .allSatisfy(place -> assertThat(place.next()).isPresent());
    }

    private static Candidate candidate(String state, Likelihood likelihood, Source source) {
        return Candidate.of(state, likelihood, new Candidate.Ground(source, "As far as is known", DAY));
    }

    private void assess(int seen, Standing standing, String note, Candidate... candidates) {
        locating.assess(
                portugal.officer, caseFile, seen, new LocatingData.Thought(standing, List.of(candidates), note));
    }

    private Whereabouts whereabouts() {
        return portugal.the(FindingPlaces.class).of(portugal.overseer, caseFile);
    }

    private Alternatives group() {
        return whereabouts().groups().getFirst();
    }

    private Optional<Alternatives> group(RequestId draft) {
        return whereabouts().groups().stream()
                .filter(it -> ids(it.requests()).contains(draft))
                .findFirst();
    }

    private Request to(String state) {
        return group().requests().stream()
                .filter(it -> it.content().requestedState().equals(state))
                .findFirst()
                .orElseThrow();
    }

    private static List<RequestId> ids(List<Request> requests) {
        return requests.stream().map(Request::id).toList();
    }

    private RequestId draft() {
        var drafting = portugal.the(DraftingRequest.class);
        var id = drafting.begin(portugal.officer, caseFile, RequestKind.PRESERVATION);
        drafting.save(
                portugal.officer,
                id,
                0,
                TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "Access was sold."))
                        .withRequestedState(""));
        return id;
    }

    private UUID ask(RequestId draft, String... states) {
        return asking.draft(
                portugal.officer,
                draft,
                nodes.version(draft),
                Stream.of(states).map(UnknownPlaceStoryTests::ask).toList());
    }

    private static AskingCandidates.Ask ask(String state) {
        return new AskingCandidates.Ask("ets185:29", new PartyId(state + "-contact-point"));
    }

    private UUID asked() {
        assess(0, Standing.CANDIDATES, "", BRAZIL, JAPAN);
        return ask(draft(), "BR", "JP");
    }

    private UUID sent() {
        var group = asked();
        asking.submit(portugal.officer, group);
        asking.approve(portugal.approver, group, ids(group().waiting()), "");
        carry();
        return group;
    }

    private void keep(TestNode node, RequestId id) {
        var deciding = node.the(DecidingRequest.class);
        deciding.acknowledge(node.officer, id, "");
        deciding.recordLegalCheck(
                node.officer, id, new DecidingRequest.Check(TwoNodes.SAFEGUARDS, "Own law, article 13"));
        deciding.accept(node.officer, id);
        var executing = node.the(ExecutingPreservation.class);
        executing.order(node.officer, id, "Example Hosting", "Own law, article 13");
        executing.recordPreserved(
                node.officer,
                id,
                ExecutingPreservation.Confirmation.ofAll(node.clock.instant(), Optional.empty(), "Example Hosting"));
        carry();
    }

    /** Each message to the node that it is for. */
    private void carry() {
        var all = List.of(portugal, brazil, japan);
        while (all.stream().anyMatch(node -> !node.out.isEmpty())) {
            for (var from : all) {
                var sent = from.out.poll();
                if (sent != null) {
                    all.stream()
                            .filter(node -> node.party.equals(sent.envelope().to()))
                            .forEach(to -> {
                                to.receive(from.party, sent);
                                from.the(DeliveryNews.class)
                                        .on(new DeliveryConfirmed(
                                                sent.id(),
                                                sent.envelope().conversation(),
                                                to.party,
                                                from.clock.instant()));
                            });
                }
            }
        }
    }
}
