package org.comity.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.journal.Details;
import org.comity.node.journal.Entry;
import org.comity.node.journal.Journal;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallClock;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

@NodeTest
class SigningInTests {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String PASSWORD = "three calm horses";

    @Autowired
    MockMvc pages;

    @Autowired
    Enrolment enrolment;

    @Autowired
    People people;

    @Autowired
    OneTimeLinks links;

    @Autowired
    KeptSessions sessions;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ComitySettings settings;

    @Autowired
    @WallClock
    Clock clock;

    private String name;

    @BeforeEach
    void somebody() {
        name = "p" + UUID.randomUUID().toString().substring(0, 8);
        enrolment.addForExercise("Duty officer", name, PASSWORD, SECRET, Set.of(Role.DUTY_OFFICER));
    }

    @Test
    void noPageOpensWithoutBothFactors() throws Exception {
        pages.perform(get("/people")).andExpect(redirectedUrl("/sign-in"));
        var session = afterPassword();
        pages.perform(get("/people").session(session)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void passwordAndCodeLeadToTheBoard() throws Exception {
        pages.perform(post("/sign-in/code")
                        .session(afterPassword())
                        .with(csrf())
                        .param("code", code(clock.instant())))
                .andExpect(redirectedUrl("/board"));
    }

    @Test
    void aCodeOpensTheDoorOnce() throws Exception {
        String code = code(clock.instant());
        pages.perform(post("/sign-in/code")
                        .session(afterPassword())
                        .with(csrf())
                        .param("code", code))
                .andExpect(redirectedUrl("/board"));
        pages.perform(post("/sign-in/code")
                        .session(afterPassword())
                        .with(csrf())
                        .param("code", code))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("was used already")));
    }

    @Test
    void fiveWrongTriesCloseTheDoorForAWhileAndTheJournalSaysSo() throws Exception {
        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(answerTo("wrong password")).contains("do not fit together");
        }
        assertThat(answerTo("wrong password")).contains("Too many tries");
        assertThat(answerTo(PASSWORD)).contains("Too many tries");
        PersonId id = people.door(name).orElseThrow().person().id();
        assertThat(journal.entriesAbout("person:" + id)).extracting(Entry::what).contains("sign-in-locked");
    }

    @Test
    void aRightPasswordForgivesNoWrongCode() throws Exception {
        for (int attempt = 0; attempt < 4; attempt++) {
            pages.perform(post("/sign-in/code")
                            .session(afterPassword())
                            .with(csrf())
                            .param("code", "000000"))
                    .andExpect(content().string(Matchers.containsString("does not fit")));
        }
        pages.perform(post("/sign-in/code")
                        .session(afterPassword())
                        .with(csrf())
                        .param("code", "000000"))
                .andExpect(content().string(Matchers.containsString("Too many tries")));
    }

    @Test
    void anUnknownNameIsToldTheSameAsAWrongPassword() throws Exception {
        name = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(answerTo("wrong password")).contains("do not fit together");
        }
        // a lock that only real names have would tell which names are real
        assertThat(answerTo("wrong password")).contains("Too many tries");
    }

    @Test
    void theJournalCountsTheTriesBeforeSomebodyCameIn() throws Exception {
        answerTo("wrong password");
        answerTo("wrong password");
        signIn();

        PersonId id = people.door(name).orElseThrow().person().id();
        Entry entry = journal.entriesAbout("person:" + id).getLast();
        assertThat(entry.what()).isEqualTo("person-signed-in");
        assertThat(entry.details())
                .isInstanceOfSatisfying(
                        Details.Kept.class,
                        kept -> assertThat(kept.facts())
                                .containsEntry("by", "password and code")
                                .containsEntry("wrongTriesBefore", 2));
    }

    @Test
    void aRecoveryCodeOpensTheDoorOnceInsteadOfTheSecondFactor() throws Exception {
        PersonId id = people.door(name).orElseThrow().person().id();
        people.giveRecoveryCodes(id, List.of(SigningIn.digest("abcde12345")));

        assertThat(withCode("ABCDE-12345")).isEqualTo("/board");
        assertThat(withCode("ABCDE-12345")).isNull();
    }

    @Test
    void theSessionGetsANewIdWithEachFactor() throws Exception {
        var session = new MockHttpSession();
        String before = session.getId();
        pages.perform(post("/sign-in")
                .session(session)
                .with(csrf())
                .param("name", name)
                .param("password", PASSWORD));
        String halfway = session.getId();
        pages.perform(post("/sign-in/code").session(session).with(csrf()).param("code", code(clock.instant())));

        assertThat(session.getId()).isNotEqualTo(halfway).isNotEqualTo(before);
        assertThat(halfway).isNotEqualTo(before);
        assertThat(session.getMaxInactiveInterval())
                .as("a duty officer's screen stands open through a shift")
                .isEqualTo((int) Duration.ofHours(12).toSeconds());
    }

    @Test
    void whoSignsOutEverywhereIsOutOnEachComputer() throws Exception {
        var desk = signIn();
        var id = people.door(name).orElseThrow().person().id();
        var home = signIn(code(clock.instant().plus(Duration.ofSeconds(30))));
        pages.perform(get("/account").session(home)).andExpect(status().isOk());

        pages.perform(post("/account/sign-out-everywhere").session(desk).with(csrf()))
                .andExpect(redirectedUrl("/sign-in?bye"));

        pages.perform(get("/account").session(new MockHttpSession(null, desk.getId())))
                .andExpect(redirectedUrl("/sign-in"));
        pages.perform(get("/account").session(home)).andExpect(redirectedUrl("/sign-in"));
        assertThat(journal.entriesAbout("person:" + id)).extracting(Entry::what).contains("signed-out-everywhere");
    }

    @Test
    void whoSignsOutHereIsForgottenAndStaysInElsewhere() throws Exception {
        var desk = signIn();
        var home = signIn(code(clock.instant().plus(Duration.ofSeconds(30))));
        assertThat(sessions.find(desk.getId()))
                .hasValueSatisfying(kept -> assertThat(kept.idle()).isEqualTo(Duration.ofHours(12)));

        pages.perform(post("/sign-out").session(desk).with(csrf())).andExpect(redirectedUrl("/sign-in?bye"));

        assertThat(sessions.find(desk.getId())).isEmpty();
        pages.perform(get("/account").session(home)).andExpect(status().isOk());
    }

    @Test
    void whatAnotherProcessEndedIsEndedHereToo() throws Exception {
        var session = signIn();
        sessions.forget(session.getId());

        pages.perform(get("/account").session(session)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void whoIsNotSignedInIsNotWrittenDown() throws Exception {
        assertThat(sessions.holds(afterPassword().getId())).isFalse();
    }

    @Test
    void newKeysEndWhatWasOpenWithTheOldOnes() throws Exception {
        var session = signIn();
        pages.perform(get("/account").session(session)).andExpect(status().isOk());

        enrolment.startAnew(
                someone(Role.ADMINISTRATOR),
                people.door(name).orElseThrow().person().id());

        pages.perform(get("/account").session(session)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void nobodyStaysLongerThanTwelveHours() throws Exception {
        Person person = someone(Role.LAWYER);
        var yesterday = new SignedIn(person, clock.instant().minus(Duration.ofHours(13)));
        pages.perform(get("/account").with(authentication(yesterday))).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void aProgramIsToldToSignInByStatusAndNotByAPage() throws Exception {
        pages.perform(get("/people").accept(MediaType.APPLICATION_JSON)).andExpect(status().isUnauthorized());
    }

    @Test
    void formsWithoutTheirTokenAreRefused() throws Exception {
        pages.perform(post("/sign-in").param("name", name).param("password", PASSWORD))
                .andExpect(redirectedUrl("/sign-in?late"));
        pages.perform(post("/people").with(signedIn(someone(Role.ADMINISTRATOR))))
                .andExpect(status().isBadRequest());
    }

    @Test
    void pagesForbidForeignAndInlineCode() throws Exception {
        pages.perform(get("/sign-in"))
                .andExpect(header().string("Content-Security-Policy", Matchers.startsWith("default-src 'self'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", Matchers.containsString("no-store")));
    }

    @Test
    void whoMayNotSeeAPageIsToldThatItIsNotThere() throws Exception {
        pages.perform(get("/people").with(signedIn(someone(Role.DUTY_OFFICER)))).andExpect(status().isNotFound());
        pages.perform(get("/people").with(signedIn(someone(Role.ADMINISTRATOR))))
                .andExpect(status().isOk());
    }

    @Test
    void anInvitationIsUsedOnceAndEndsInSigningIn() throws Exception {
        var administrator = someone(Role.ADMINISTRATOR);
        String invited = "n" + UUID.randomUUID().toString().substring(0, 8);
        String token = enrolment.invite(administrator, "Lawyer", invited, Set.of(Role.LAWYER), Set.of());
        var session = new MockHttpSession();
        String page = pages.perform(get("/welcome/" + token).session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String secret = page.replaceAll("(?s).*id=\"secret\">([A-Z2-7 ]+)<.*", "$1");

        pages.perform(post("/welcome/" + token)
                        .session(session)
                        .with(csrf())
                        .param("password", PASSWORD)
                        .param("repeated", PASSWORD)
                        .param("code", TimeCode.now(secret, clock.instant())))
                .andExpect(content().string(Matchers.containsString("recovery-codes")));

        pages.perform(get("/welcome/" + token)).andExpect(status().isNotFound());
        pages.perform(get("/account").session(session)).andExpect(status().isOk());
        name = invited;
        assertThat(afterPassword()).isNotNull();
    }

    @Test
    void aDisabledPersonIsOutAtOnce() throws Exception {
        var session = signIn();
        PersonId id = people.door(name).orElseThrow().person().id();

        enrolment.disable(someone(Role.ADMINISTRATOR), id);

        pages.perform(get("/people").session(session)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void theFirstLinkIsWrittenForTheOwnerAlone() throws Exception {
        var file = settings.home().resolve("first-sign-in.txt");
        assertThat(Files.readString(file)).contains("/welcome/");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void theFirstAdministratorsLinkIsWorthNothingOnceThereIsSomebody() throws Exception {
        pages.perform(get("/welcome/" + links.make(null, clock.instant()))).andExpect(status().isNotFound());
    }

    private MockHttpSession signIn() throws Exception {
        return signIn(code(clock.instant()));
    }

    private MockHttpSession signIn(String code) throws Exception {
        var session = afterPassword();
        pages.perform(post("/sign-in/code").session(session).with(csrf()).param("code", code))
                .andExpect(redirectedUrl("/board"));
        return session;
    }

    private String withCode(String code) throws Exception {
        return pages.perform(post("/sign-in/code")
                        .session(afterPassword())
                        .with(csrf())
                        .param("code", code))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private MockHttpSession afterPassword() throws Exception {
        var session = new MockHttpSession();
        pages.perform(post("/sign-in")
                        .session(session)
                        .with(csrf())
                        .param("name", name)
                        .param("password", PASSWORD))
                .andExpect(redirectedUrl("/sign-in/code"));
        return session;
    }

    private String answerTo(String password) throws Exception {
        return pages.perform(post("/sign-in").with(csrf()).param("name", name).param("password", password))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Person someone(Role role) {
        return SomePeople.with(jdbc, role);
    }

    private static String code(Instant now) {
        return TimeCode.now(SECRET, now);
    }
}
