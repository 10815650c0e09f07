package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.cooperation.request.RequestId;
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
        node.the(OpeningCaseFile.class).assign(node.officer, file.reference(), node.approver.id());
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
}
