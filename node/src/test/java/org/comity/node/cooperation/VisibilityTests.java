package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.PartyId;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person may not see is not there for them: neither by its address, nor in a list, nor for an act. */
class VisibilityTests {

    static TestNode node;

    @BeforeAll
    static void start() {
        node = new TestNode("PT");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    static CaseFile restricted(Person by) {
        return node.the(OpeningCaseFile.class)
                .open(by, new OpeningCaseFile.Opening("Closed circle", Offence.NOT_NAMED, "Secret", Set.of()));
    }

    @Test
    void aRestrictedCaseIsNotThereForOthers() {
        var file = restricted(node.officer);
        var id = node.the(DraftingRequest.class).begin(node.officer, file.reference(), RequestKind.PRESERVATION);
        var reading = node.the(ReadingRequests.class);
        for (var outsider : List.of(node.lawyer, node.approver, node.administrator)) {
            assertThatThrownBy(() -> reading.caseFile(outsider, file.reference()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> reading.view(outsider, id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> reading.hi1(outsider, id, 1)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> node.the(DraftingRequest.class).submit(outsider, id, 0))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> node.the(PursuingRequest.class).withdraw(outsider, id, "x"))
                    .isInstanceOf(NotFound.class);
            assertThat(reading.searchRequests(outsider, file.reference(), 0)).isEmpty();
            assertThat(node.the(DutyBoard.class).rows(outsider))
                    .extracting(DutyBoard.Row::id)
                    .doesNotContain(id);
        }
    }

    @Test
    void whatIsHiddenLooksLikeWhatDoesNotExist() {
        var hidden = restricted(node.officer);
        var id = node.the(DraftingRequest.class).begin(node.officer, hidden.reference(), RequestKind.PRESERVATION);
        var reading = node.the(ReadingRequests.class);
        assertThat(messageOf(() -> reading.view(node.lawyer, id)))
                .isEqualTo(messageOf(() -> reading.view(node.lawyer, RequestId.fresh())))
                .isEqualTo(messageOf(() -> reading.view(node.lawyer, RequestId.of("no-id"))));
        assertThat(messageOf(() -> reading.caseFile(node.lawyer, hidden.reference())))
                .isEqualTo(messageOf(() -> reading.caseFile(node.lawyer, "PT-1999-0001")));
    }

    private static String messageOf(Runnable act) {
        try {
            act.run();
            throw new AssertionError("It was there.");
        } catch (NotFound e) {
            return e.getMessage();
        }
    }

    @Test
    void whoIsAssignedSeesIt() {
        var file = restricted(node.officer);
        node.the(AssigningWork.class).assign(node.officer, file.reference(), node.approver);
        assertThat(node.the(ReadingRequests.class)
                        .caseFile(node.approver, file.reference())
                        .title())
                .isEqualTo("Closed circle");
    }

    @Test
    void oversightSeesEverythingAndChangesNothing() {
        var file = restricted(node.officer);
        var id = node.the(DraftingRequest.class).begin(node.officer, file.reference(), RequestKind.PRESERVATION);
        assertThat(node.the(ReadingRequests.class).view(node.overseer, id).offered())
                .isEmpty();
        assertThatThrownBy(() -> node.the(PursuingRequest.class).withdraw(node.overseer, id, "x"))
                .isInstanceOf(ActRefused.NotPermitted.class);
    }

    @Test
    void theListsFollowTheRuleForEveryoneAndEveryCase() {
        var people = new ArrayList<>(List.of(
                node.officer, node.lawyer, node.approver, node.secondApprover, node.overseer, node.administrator));
        people.add(TestNode.person("no role"));
        people.add(TestNode.person("two hats", Role.ADMINISTRATOR, Role.LAWYER));
        for (var openTo : List.of(
                Set.<Role>of(), CaseFile.DESK, Set.of(Role.LAWYER), Set.of(Role.ADMINISTRATOR, Role.APPROVER))) {
            node.the(OpeningCaseFile.class)
                    .open(node.secondApprover, new OpeningCaseFile.Opening("Matrix", Offence.NOT_NAMED, "", openTo));
        }
        var all = node.the(CaseFiles.class).search(node.overseer, "Matrix", 0, 100);
        assertThat(all).hasSize(4);
        for (var person : people) {
            assertThat(node.the(ReadingRequests.class).searchCaseFiles(person, "Matrix", 0))
                    .as(person.name())
                    .extracting(CaseFile::reference)
                    .containsExactlyElementsOf(all.stream()
                            .filter(file -> file.isVisibleTo(person))
                            .map(CaseFile::reference)
                            .toList());
        }
    }

    @Test
    void aSearchTakesEveryWordAndNoPatterns() {
        node.the(OpeningCaseFile.class)
                .open(
                        node.officer,
                        new OpeningCaseFile.Opening("Harbour lights", Offence.NOT_NAMED, "", CaseFile.DESK));
        var reading = node.the(ReadingRequests.class);
        assertThat(reading.searchCaseFiles(node.officer, "lights harbour", 0)).hasSize(1);
        assertThat(reading.searchCaseFiles(node.officer, "harbour storm", 0)).isEmpty();
        assertThat(reading.searchCaseFiles(node.officer, "Harb%ghts", 0)).isEmpty();
    }

    /** What each role sees by itself: an open case of the desk, a closed one, what came in, what is carried out, an order. */
    private static Set<String> seenBy(Role role) {
        return switch (role) {
            case DUTY_OFFICER, LAWYER, APPROVER -> Set.of("open", "came in", "carried out");
            case EXECUTING_OFFICER -> Set.of("carried out");
            case PROVIDER_AGENT -> Set.of("order");
            case OVERSEER -> Set.of("open", "closed", "came in", "carried out", "order");
            case ADMINISTRATOR,
                    DRAFTER,
                    READER,
                    LAW_EXPERT,
                    LAW_REVIEWER,
                    SECRETARIAT,
                    RAPPORTEUR,
                    COORDINATOR,
                    PARTNER,
                    DELEGATE -> Set.of();
        };
    }

    @Test
    void eachRoleSeesWhatItNeedsAndNoMoreInEveryListAndByEveryAddress() {
        var some = new SomeRequests(node.room(), new PartyId("BR-contact-point"));
        var carriedOut = some.arrived();
        some.place(carriedOut, RequestState.ACCEPTED, node.approver);
        var requests = Map.of(
                "open", some.drafted(node.officer, CaseFile.DESK),
                "closed", some.drafted(node.officer, Set.of()),
                "came in", some.arrived(),
                "carried out", carriedOut,
                "order", some.ordered());
        for (var role : Role.values()) {
            var person = TestNode.person(role.name(), role);
            assertThat(seen(person, requests)).as(role.name()).isEqualTo(seenBy(role));
        }
    }

    @Test
    void aReaderSeesWhatTheyAreGivenUntilItIsTakenBackAndDoesNothingWithIt() {
        var some = new SomeRequests(node.room(), new PartyId("BR-contact-point"));
        var assigning = node.the(AssigningWork.class);
        var going = some.drafted(node.officer, Set.of());
        var came = some.arrived();
        var requests = Map.of("going", going, "came", came);
        var reader = TestNode.person("reader", Role.READER);

        assigning.assign(node.officer, going, reader);
        assigning.assign(node.officer, came, reader);
        assertThat(seen(reader, requests)).containsExactlyInAnyOrder("going", "came");
        assertThat(node.the(ReadingRequests.class).view(reader, going).offered())
                .isEmpty();
        assertThat(node.the(ReadingRequests.class).view(reader, going).caseFile())
                .as("the request was given, not the case file")
                .isEmpty();
        assertThatThrownBy(() -> assigning.assign(reader, going, node.lawyer))
                .isInstanceOf(ActRefused.NotPermitted.class);

        assigning.takeBack(node.officer, going);
        assigning.takeBack(node.officer, came);
        assertThat(seen(reader, requests)).isEmpty();
        assertThatThrownBy(() -> assigning.assign(node.officer, going, node.administrator))
                .as("nobody reads a case by the back door")
                .isInstanceOf(ActRefused.Malformed.class);
    }

    @Test
    void aCaseFileIsTakenBackButNeverFromTheLastWhoSeesIt() {
        var file = restricted(node.officer);
        var assigning = node.the(AssigningWork.class);
        assigning.assign(node.officer, file.reference(), node.lawyer);

        assigning.takeBack(node.lawyer, file.reference(), node.officer.id());
        assertThatThrownBy(() -> node.the(ReadingRequests.class).caseFile(node.officer, file.reference()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> assigning.takeBack(node.lawyer, file.reference(), node.lawyer.id()))
                .isInstanceOf(ActRefused.NotPermitted.class);
    }

    @Test
    void aNoteIsForWhoSeesTheCaseAndIsTakenBackByItsAuthorOnly() {
        var file = restricted(node.officer);
        var noting = node.the(NotingCaseFile.class);
        var note = noting.write(node.officer, file.reference(), "Ask the provider first.");

        assertThat(noting.of(node.officer, file.reference()))
                .extracting(CaseNote::text)
                .containsExactly("Ask the provider first.");
        assertThatThrownBy(() -> noting.of(node.lawyer, file.reference())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> noting.write(node.overseer, file.reference(), "I saw this."))
                .isInstanceOf(ActRefused.NotPermitted.class);
        assertThatThrownBy(() -> noting.takeBack(node.overseer, file.reference(), note.id()))
                .isInstanceOf(NotFound.class);
        noting.takeBack(node.officer, file.reference(), note.id());
        assertThat(noting.of(node.officer, file.reference()))
                .extracting(CaseNote::text)
                .containsExactly("");
    }

    /** By list and by address alike. */
    private static Set<String> seen(Person person, Map<String, RequestId> requests) {
        var reading = node.the(ReadingRequests.class);
        var listed = new TreeSet<String>();
        var opened = new TreeSet<String>();
        requests.forEach((name, id) -> {
            var reference = reading.view(node.overseer, id).request().reference();
            if (reading.searchRequests(person, reference, 0).stream()
                    .anyMatch(it -> it.id().equals(id))) {
                listed.add(name);
            }
            try {
                reading.view(person, id);
                opened.add(name);
            } catch (NotFound hidden) {
                // so it is not theirs
            }
        });
        assertThat(listed).as(person.name()).isEqualTo(opened);
        return opened;
    }
}
