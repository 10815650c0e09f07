package org.comity.node.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.Hash;
import org.comity.ledger.NoteKey;
import org.comity.ledger.SignedNote;
import org.comity.node.NodeTest;
import org.comity.node.directory.OwnNode;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.journal.Disclosure;
import org.comity.node.journal.Journal;
import org.comity.node.journal.Journaled;
import org.comity.node.journal.SubjectAccess;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NodeTest
class JournalPagesTests {

    @Autowired
    MockMvc pages;

    @Autowired
    Journal journal;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    OwnNode own;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anOverseerReadsAnEntryAndWhyItCanBeBelieved() throws Exception {
        String page = pages.perform(get(record("matter:" + UUID.randomUUID())).with(someone(Role.OVERSEER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        Document read = Jsoup.parse(page);
        assertThat(read.select("h1").text()).startsWith("Journal entry");
        assertThat(read.select(".answers").first().text()).contains("duty officer", "kept", "for sixty days");
        assertThat(read.select(".findings .met")).hasSize(3);
        assertThat(read.text()).contains("is in the journal of").doesNotContain("??");
    }

    @Test
    void theCheckpointOnThePageIsSignedByTheNodesRootKey() throws Exception {
        String page = pages.perform(get(record("matter:" + UUID.randomUUID())).with(someone(Role.OVERSEER)))
                .andReturn()
                .getResponse()
                .getContentAsString();

        Document read = Jsoup.parse(page);
        NoteKey key = NoteKey.of(journal.origin(), own.keys().rootCertificate().getPublicKey());
        SignedNote note = SignedNote.parse(read.select("pre").first().wholeText());
        assertThat(Checkpoint.open(note, journal.origin(), key).size()).isPositive();
        String statement = read.select("dt:containsOwn(Statement) + dd").text();
        assertThat(read.select("dt:containsOwn(Hash of the entry) + dd").text())
                .isEqualTo(Hash.ofLeaf(statement.getBytes()).hex());
    }

    @Test
    void whoMaySeeTheSubjectSeesItsEntriesAndToOthersTheyDoNotExist() throws Exception {
        String path = record("matter:" + UUID.randomUUID());
        Person party = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        Matters.party = party.name();
        pages.perform(get(path).with(signedIn(party))).andExpect(status().isOk());
        pages.perform(get(path).with(someone(Role.DUTY_OFFICER)))
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("duty officer"))));
        pages.perform(get("/journal/999999999").with(someone(Role.OVERSEER))).andExpect(status().isNotFound());
    }

    @Test
    void anAdministratorSeesTheNodesOwnStepsAndNoCase() throws Exception {
        pages.perform(get(record("person:" + UUID.randomUUID())).with(someone(Role.ADMINISTRATOR)))
                .andExpect(status().isOk());
        pages.perform(get(record("matter:" + UUID.randomUUID())).with(someone(Role.ADMINISTRATOR)))
                .andExpect(status().isNotFound());
        pages.perform(get(record("unclaimed:" + UUID.randomUUID())).with(someone(Role.ADMINISTRATOR)))
                .andExpect(status().isNotFound());
    }

    @Test
    void anErasedEntrySaysSoAndStillVerifies() throws Exception {
        String path = record("matter:" + UUID.randomUUID());
        journal.erase(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)), "a court ordered it", "administrator");

        Document read = Jsoup.parse(pages.perform(get(path).with(someone(Role.OVERSEER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(read.select(".warned").text()).contains("a court ordered it");
        assertThat(read.select(".answers").first().text()).doesNotContain("sixty days");
        assertThat(read.select(".findings .unmet")).isEmpty();
    }

    @Test
    void aLawyerErasesDetailsWithAReasonAndTheRegisterSaysSo() throws Exception {
        String subject = "matter:" + UUID.randomUUID();
        String path = record(subject);
        Person lawyer = SomePeople.with(jdbc, Role.LAWYER);
        Matters.party = lawyer.name();

        Document refused = read(pages.perform(post(path + "/erasure")
                        .with(signedIn(lawyer))
                        .with(csrf())
                        .param("because", "so"))
                .andExpect(status().isUnprocessableContent()));
        assertThat(refused.select(".error-summary a")).hasSize(2);
        assertThat(journal.entriesAbout(subject).getFirst().isErased()).isFalse();

        pages.perform(post(path + "/erasure")
                        .with(signedIn(lawyer))
                        .with(csrf())
                        .param("because", "order of the data protection authority")
                        .param("sure", "yes"))
                .andExpect(redirectedUrl(path));
        assertThat(journal.entriesAbout(subject).getFirst().isErased()).isTrue();
        Document register = read(pages.perform(get("/journal/erasures").with(someone(Role.OVERSEER))));
        assertThat(register.select(".entries li").first().text())
                .contains("order of the data protection authority", lawyer.name(), "matter preserved");
        assertThat(journal.proofOf(Long.parseLong(path.substring(9)))
                        .orElseThrow()
                        .holds())
                .isTrue();
    }

    @Test
    void whoMayNotDecideErasesNothing() throws Exception {
        String subject = "matter:" + UUID.randomUUID();
        String path = record(subject);
        pages.perform(post(path + "/erasure")
                        .with(someone(Role.OVERSEER))
                        .with(csrf())
                        .param("because", "no longer wanted here")
                        .param("sure", "yes"))
                .andExpect(status().isForbidden());
        pages.perform(post(path + "/erasure").with(someone(Role.LAWYER)).with(csrf()))
                .andExpect(status().isNotFound());
        pages.perform(get("/journal/erasures").with(someone(Role.DUTY_OFFICER))).andExpect(status().isNotFound());
        assertThat(journal.entriesAbout(subject).getFirst().isErased()).isFalse();
    }

    @Test
    void anEntryGoesOutAsASmallFileThatProvesItself() throws Exception {
        String path = record("matter:" + UUID.randomUUID());
        byte[] all = pages.perform(get(path + "/proof").with(someone(Role.OVERSEER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(Disclosure.read(all).check()).allMatch(Disclosure.Finding::holds);
        assertThat(Disclosure.read(all).facts()).containsEntry("kept", "for sixty days");
        byte[] step = pages.perform(get(path + "/proof").param("show", "step").with(someone(Role.OVERSEER)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(Disclosure.read(step).check()).allMatch(Disclosure.Finding::holds);
        assertThat(Disclosure.read(step).facts()).isEmpty();
        pages.perform(get(path + "/proof").with(someone(Role.DUTY_OFFICER))).andExpect(status().isNotFound());
    }

    @Test
    void theJournalsPageFindsEntriesBySubjectAndShowsOnlyWhatIsOpen() throws Exception {
        String subject = "matter:" + UUID.randomUUID();
        record(subject);
        Document page =
                read(pages.perform(get("/journal").param("subject", subject).with(someone(Role.OVERSEER))));
        assertThat(page.select("section[aria-labelledby=list] .entries li")).hasSize(1);
        assertThat(page.text()).contains(journal.origin()).doesNotContain("??");
        Document closed =
                read(pages.perform(get("/journal").param("subject", subject).with(someone(Role.DUTY_OFFICER))));
        assertThat(closed.select("section[aria-labelledby=list] .entries li")).isEmpty();
    }

    private static Document read(ResultActions done) throws Exception {
        return Jsoup.parse(done.andReturn().getResponse().getContentAsString());
    }

    private RequestPostProcessor someone(Role role) {
        return signedIn(SomePeople.with(jdbc, role));
    }

    private String record(String subject) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> events.publishEvent(new Preserved(subject)));
        return "/journal/" + journal.entriesAbout(subject).getFirst().position();
    }

    record Preserved(String subject) implements Journaled {
        @Override
        public String what() {
            return "matter-preserved";
        }

        @Override
        public String actor() {
            return "duty officer";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("kept", "for sixty days");
        }
    }

    /** A room that shows its matters to those who are party to them. */
    @TestConfiguration
    static class Matters {
        static String party = "";

        @Bean
        SubjectAccess matters() {
            return new SubjectAccess() {
                @Override
                public String kind() {
                    return "matter";
                }

                @Override
                public boolean maySee(String subject) {
                    return SecurityContextHolder.getContext()
                            .getAuthentication()
                            .getName()
                            .equals(party);
                }
            };
        }
    }
}
