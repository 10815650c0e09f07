package org.comity.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.comity.node.NodeTest;
import org.comity.node.frame.Said;
import org.comity.node.journal.Entry;
import org.comity.node.journal.Journal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@NodeTest
class StandingInTests {

    @Autowired
    LendingRoles lending;

    @Autowired
    Enrolment enrolment;

    @Autowired
    People people;

    @Autowired
    Journal journal;

    @Autowired
    MockMvc pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Person approver;
    private Person colleague;
    private Instant now;

    @BeforeEach
    void twoColleagues() {
        approver = SomePeople.with(jdbc, Role.APPROVER, Role.ADMINISTRATOR);
        colleague = SomePeople.with(jdbc, Role.DRAFTER);
        now = clock.instant();
    }

    @Test
    void aLentRoleHoldsForItsTimeAndTheJournalKnowsWhy() {
        lend(now.minusSeconds(60), now.plus(Duration.ofDays(3)));

        assertThat(fresh().roles()).containsExactlyInAnyOrder(Role.DRAFTER, Role.APPROVER);
        assertThat(people.with(Role.APPROVER)).contains(fresh());
        assertThat(journal.entriesAbout("person:" + approver.id()))
                .extracting(Entry::what)
                .contains("roles-lent");
    }

    @Test
    void aRoleThatIsLentForLaterIsNotThereYet() {
        lend(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)));

        assertThat(fresh().roles()).containsExactly(Role.DRAFTER);
    }

    @Test
    void eitherOfTheTwoEndsIt() {
        var lent = lend(now.minusSeconds(60), now.plus(Duration.ofDays(3)));
        var stranger = SomePeople.with(jdbc, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> lending.end(stranger, lent.id())).isInstanceOf(Enrolment.Refused.class);
        lending.end(colleague, lent.id());

        assertThat(fresh().roles()).containsExactly(Role.DRAFTER);
    }

    @Test
    void whatTheLenderLosesIsLostToTheSubstituteToo() {
        lend(now.minusSeconds(60), now.plus(Duration.ofDays(3)));
        var administrator = SomePeople.with(jdbc, Role.ADMINISTRATOR);

        enrolment.change(administrator, approver.id(), approver.name(), Set.of(Role.READER), Set.of("24/7 desk"));

        assertThat(fresh().roles()).containsExactly(Role.DRAFTER);
        assertThat(people.in("24/7 desk")).extracting(Person::id).contains(approver.id());
    }

    @Test
    void onlyOwnRolesAreLentAndNotAnAdministrators() {
        lend(now.minusSeconds(60), now.plus(Duration.ofDays(3)));

        assertThatThrownBy(() -> lending.lend(
                        fresh(), approver.id(), Set.of(Role.APPROVER), now, now.plusSeconds(60), "on and on"))
                .hasMessage(Said.of("identity.refused.lend-roles").inEnglish());
        assertThatThrownBy(() -> lending.lend(
                        approver, colleague.id(), Set.of(Role.ADMINISTRATOR), now, now.plusSeconds(60), "leave"))
                .hasMessage(Said.of("identity.refused.lend-roles").inEnglish());
    }

    @Test
    void everyPageSaysThatOneStandsIn() throws Exception {
        assertThat(page("/account", colleague).select(".reminder")).isEmpty();

        pages.perform(post("/account/stand-ins")
                        .with(signedIn(approver))
                        .with(csrf())
                        .param("to", colleague.id().toString())
                        .param("roles", "APPROVER")
                        .param("from", now.minusSeconds(60).toString().substring(0, 16))
                        .param("until", now.plusSeconds(600).toString().substring(0, 16))
                        .param("because", "leave"))
                .andExpect(redirectedUrl("/account/stand-ins"));

        assertThat(page("/account", colleague).select(".reminder").text())
                .contains("You stand in for " + approver.name())
                .contains("approver");
        assertThat(page("/account/stand-ins", approver).select("#lendings").text())
                .contains(colleague.name(), "stands in for you");
    }

    @Test
    void whatIsMissingIsSaidBesideItsField() throws Exception {
        var answer = pages.perform(post("/account/stand-ins")
                        .with(signedIn(approver))
                        .with(csrf())
                        .param("from", "noon"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(Jsoup.parse(answer).select("#from-error").text()).contains("a day and a time");
    }

    @Test
    void theMatrixOnTheHelpPageIsTheOneThatTheCodeFollows() throws Exception {
        var matrix = page("/help/roles", colleague).select("#matrix tbody tr");

        assertThat(matrix).hasSameSizeAs(Power.values());
        for (Power power : Power.values()) {
            var row = matrix.get(power.ordinal()).select("td");
            for (Role role : Role.values()) {
                assertThat(row.get(role.ordinal()).hasClass("has"))
                        .as("%s brings %s", role, power)
                        .isEqualTo(role.brings(power));
            }
        }
    }

    private Delegation lend(Instant from, Instant until) {
        return lending.lend(approver, colleague.id(), Set.of(Role.APPROVER), from, until, "leave");
    }

    private Person fresh() {
        return people.find(colleague.id()).orElseThrow();
    }

    private Document page(String path, Person reader) throws Exception {
        return Jsoup.parse(pages.perform(get(path).with(signedIn(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
