package org.comity.node.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.duty.HandingOver;
import org.comity.node.duty.KeepingWatch;
import org.comity.node.identity.Enrolment;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.settings.ComitySettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@NodeTest
class NoticesTests {

    @Autowired
    Notices notices;

    @Autowired
    NoticeBoard board;

    @Autowired
    WishesOfPeople wishes;

    @Autowired
    KeepingWatch watch;

    @Autowired
    HandingOver handing;

    @Autowired
    Enrolment enrolment;

    @Autowired
    People people;

    @Autowired
    ComitySettings node;

    @Autowired
    MessageSource words;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Person officer;
    private Person other;

    @BeforeEach
    void twoOfOneUnit() {
        var unit = "unit " + UUID.randomUUID();
        officer = inUnit(SomePeople.with(jdbc, Role.DUTY_OFFICER), unit);
        other = inUnit(SomePeople.with(jdbc, Role.DUTY_OFFICER), unit);
    }

    @Test
    void whatIsToldCountsOnEveryPageUntilItIsRead() throws Exception {
        tell(Audience.of(officer.id()), arrived());

        assertThat(page("/account", officer)
                        .select(".rail a[href=/notices] .count")
                        .text())
                .isEqualTo("1");
        pages.perform(get("/waiting").with(signedIn(officer)))
                .andExpect(jsonPath("$['/notices']").value(1));
        var link = page("/notices", officer).select(".notices a").attr("href");
        pages.perform(get(link).with(signedIn(officer))).andExpect(redirectedUrl("/incoming"));

        assertThat(board.unread(officer.id())).isZero();
        assertThat(page("/notices", officer).select(".notices a").hasClass("read"))
                .isTrue();
    }

    @Test
    void nobodyOpensTheNoticeOfAnother() throws Exception {
        tell(Audience.of(officer.id()), arrived());
        var link = page("/notices", officer).select(".notices a").attr("href");

        pages.perform(get(link).with(signedIn(other))).andExpect(status().isNotFound());
        assertThat(board.unread(officer.id())).isOne();
    }

    @Test
    void whatIsToldAgainUnderOneNameIsToldOnce() {
        tell(Audience.of(officer.id()), arrived().once("request:1"));
        tell(Audience.of(officer.id()), arrived().once("request:1"));

        assertThat(board.unread(officer.id())).isOne();
    }

    @Test
    void whatIsRolledBackWasNeverTold() {
        transaction.executeWithoutResult(undone -> {
            notices.tell(Audience.of(officer.id()), arrived());
            undone.setRollbackOnly();
        });

        assertThat(board.unread(officer.id())).isZero();
        assertThatThrownBy(() -> notices.tell(Audience.of(officer.id()), arrived()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aUnitIsToldButNotWhoDidIt() {
        tell(Audience.unit(unit()).but(officer.id()), arrived());

        assertThat(board.unread(officer.id())).isZero();
        assertThat(board.unread(other.id())).isOne();
    }

    @Test
    void whoIsOnDutyIsToldFirst() {
        watch.begin(officer, unit());
        try {
            assertThat(watch.onDuty(Power.ANSWER)).extracting(Person::id).contains(officer.id());
            tell(Audience.onDuty(Power.ANSWER), arrived());

            assertThat(board.unread(officer.id())).isOne();
            assertThat(board.unread(other.id())).isZero();
        } finally {
            watch.end(officer);
        }
    }

    @Test
    void whatSomebodyDoesNotWishToSeeIsNotShownUnlessItIsAnEmergency() {
        wishes.keep(officer.id(), new Wishes(Optional.empty(), Set.of(), Set.of(), Optional.empty()));

        tell(Audience.of(officer.id()), arrived());
        assertThat(board.unread(officer.id())).isZero();
        tell(Audience.of(officer.id()), arrived().asEmergency());
        assertThat(board.unread(officer.id())).isOne();
    }

    @Test
    void aNoteForTheNextShiftReachesItsDeskAndIsReceivedOnce() throws Exception {
        var note = handing.write(
                officer, unit(), "@" + other.name() + ": call Brazil back.", "call back\n\nread the order");

        assertThat(board.of(other.id(), 0))
                .singleElement()
                .satisfies(told -> assertThat(told.kind()).isEqualTo(NoticeKind.MENTION));
        assertThat(board.unread(officer.id())).isZero();
        assertThat(handing.waitingFor(other)).extracting("id").containsExactly(note.id());
        assertThat(handing.waitingFor(officer)).isEmpty();

        var page = page("/duty", other);
        assertThat(page.select(".card li").eachText()).containsExactly("call back", "read the order");
        pages.perform(post("/duty/notes/" + note.id() + "/received")
                        .with(signedIn(other))
                        .with(csrf()))
                .andExpect(redirectedUrl("/duty"));

        assertThat(handing.waitingFor(other)).isEmpty();
        assertThat(page("/duty", officer).select(".card").text()).contains("read by " + other.name());
    }

    @Test
    void aMailSaysThatSomethingAwaitsAndNothingElseAndOnceForAllThatWasHeld() throws Exception {
        try (var server = TestMailServer.start()) {
            wishes.keep(officer.id(), mailedAfterQuietHours());
            tell(Audience.of(officer.id()), arrived());
            tell(Audience.of(officer.id()), arrived());
            var quiet = clock.instant();

            assertThat(mailing(server, quiet).attempt(officer.id())).isEmpty();
            assertThat(server.mails()).isEmpty();

            var after = quiet.plus(Duration.ofDays(1));
            assertThat(mailing(server, after).attempt(officer.id())).isEmpty();
            assertThat(mailing(server, after).attempt(officer.id())).isEmpty();

            assertThat(server.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail)
                            .contains(
                                    "To: desk@example.org",
                                    "2 things await",
                                    "/notices",
                                    "Auto-Submitted: auto-generated")
                            .doesNotContain("incoming", "Somebody from"));
        }
    }

    @Test
    void aMailThatIsNotTakenIsTriedAgain() throws Exception {
        var server = TestMailServer.start();
        server.close();
        wishes.keep(officer.id(), mailedAfterQuietHours());
        // in one transaction, so that the running node, which has no mail server, does not come first
        transaction.executeWithoutResult(_ -> {
            notices.tell(Audience.of(officer.id()), arrived().asEmergency());
            var now = clock.instant();
            assertThat(mailing(server, now).attempt(officer.id())).hasValue(now.plus(Duration.ofMinutes(5)));
        });
    }

    @Test
    void wishesThatCanNotBeReadAreToldBesideTheirField() throws Exception {
        var answer = pages.perform(post("/notices/wishes")
                        .with(signedIn(officer))
                        .with(csrf())
                        .param("mail", "nobody")
                        .param("from", "22:00")
                        .param("zone", "Atlantis"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(Jsoup.parse(answer).select(".field .error").eachAttr("id")).contains("mail-error", "from-error");
        assertThat(wishes.of(officer.id())).isEqualTo(Wishes.UNSAID);
    }

    private Wishes mailedAfterQuietHours() {
        var hour = LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Wishes(
                Optional.of("desk@example.org"),
                EnumSet.allOf(NoticeKind.class),
                EnumSet.allOf(NoticeKind.class),
                Optional.of(new Wishes.Quiet(hour.minusHours(2), hour.plusHours(2), ZoneOffset.UTC)));
    }

    private MailingNotices mailing(TestMailServer server, Instant now) {
        return new MailingNotices(
                board,
                wishes,
                people,
                new Postman(server.settings()),
                node,
                words,
                transaction,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private void tell(Audience audience, Notice notice) {
        transaction.executeWithoutResult(_ -> notices.tell(audience, notice));
    }

    private static Notice arrived() {
        return Notice.of(NoticeKind.ARRIVED, "/incoming", "notice.hand-over", "Somebody from BR");
    }

    private String unit() {
        return officer.units().iterator().next();
    }

    private Person inUnit(Person person, String unit) {
        enrolment.change(
                SomePeople.with(jdbc, Role.ADMINISTRATOR), person.id(), person.name(), person.ownRoles(), Set.of(unit));
        return people.find(person.id()).orElseThrow();
    }

    private Document page(String path, Person reader) throws Exception {
        return Jsoup.parse(pages.perform(get(path).with(signedIn(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
