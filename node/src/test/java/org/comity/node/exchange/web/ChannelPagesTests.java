package org.comity.node.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.directory.Channel;
import org.comity.node.directory.Correspondents;
import org.comity.node.directory.MailContact;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.exchange.Answers;
import org.comity.node.exchange.Deliveries;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.Envelope;
import org.comity.node.exchange.FilingAnswers;
import org.comity.node.exchange.Hi1Parties;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.Outbox;
import org.comity.node.exchange.mail.MailHouse;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** A counterpart on paper, one by packet, one by mail: what people do for them on the pages. */
class ChannelPagesTests extends InBrowser {

    private static final PartyId PARAGUAY = new PartyId("PY-registry");
    private static final PartyId URUGUAY = new PartyId("UY-contact-point");

    @Autowired
    MockMvc pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Correspondents correspondents;

    @Autowired
    Peers peers;

    @Autowired
    Outbox outbox;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Answers answers;

    @Autowired
    FilingAnswers filing;

    @Autowired
    Hi1Parties hi1;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Person administrator;
    private Person another;
    private Person officer;

    @BeforeEach
    void people() {
        administrator = SomePeople.with(jdbc, Role.ADMINISTRATOR);
        another = SomePeople.with(jdbc, Role.ADMINISTRATOR);
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
    }

    /** The node is shared with other tests: what they would meet on their pages goes. */
    @AfterEach
    void leaveAsFound() {
        correspondents.all().forEach(it -> correspondents.remove(it.party(), administrator));
        peers.find(URUGUAY).ifPresent(it -> peers.remove(it.party(), "test"));
        answers.tray().forEach(it -> filing.setAside(it.id(), "test", officer));
    }

    @Test
    void anOrganisationIsEnteredByOneAndConfirmedByAnother() throws Exception {
        enterOnPage("PY-registry").andExpect(redirectedUrl("/directory/correspondents"));
        String confirmation = "/directory/correspondents/PY-registry/confirmation";

        assertThat(text(pages.perform(post(confirmation)
                                .param("how", "called back")
                                .with(SomePeople.signedIn(administrator))
                                .with(csrf()))
                        .andExpect(status().isUnprocessableContent())))
                .contains("Another person must confirm it");
        pages.perform(post(confirmation)
                        .param("how", "called back")
                        .with(SomePeople.signedIn(another))
                        .with(csrf()))
                .andExpect(redirectedUrl("/directory/correspondents"));

        assertThat(correspondents.require(PARAGUAY).confirmed()).isPresent();
    }

    @Test
    void whatIsWrongWithAnEntryIsSaidBesideItsField() throws Exception {
        assertThat(body(enterOnPage("Paraguay").andExpect(status().isUnprocessableContent()))
                        .select(".field:has(#party) .error")
                        .text())
                .contains("such as AR-central-authority");
    }

    @Test
    void paperIsHandedOverAcknowledgedAndCountsAsDelivered() throws Exception {
        confirmed(Optional.empty());
        MessageId id = send(PARAGUAY);
        String page = "/channels/messages/" + id;

        assertThat(text(pages.perform(get("/channels").with(SomePeople.signedIn(officer)))))
                .contains("PY-registry", "waits to be carried");
        assertThat(text(pages.perform(post(page + "/handed-over")
                                .with(SomePeople.signedIn(officer))
                                .with(csrf()))
                        .andExpect(status().isUnprocessableContent())))
                .contains("how you know");
        pages.perform(post(page + "/handed-over")
                        .param("how", "courier, consignment 7")
                        .with(SomePeople.signedIn(officer))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        pages.perform(post(page + "/acknowledged")
                        .param("source", "telephone call with the registry")
                        .with(SomePeople.signedIn(officer))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));

        assertThat(deliveries.find(id).orElseThrow().proof()).contains(Delivery.Proof.RECORD);
        pages.perform(get(page + "/enclosures/1").with(SomePeople.signedIn(officer)))
                .andExpect(status().isOk());
    }

    @Test
    void aLetterIsTypedInAndFiledWithTheMessageThatItAnswers() throws Exception {
        confirmed(Optional.empty());
        MessageId id = send(PARAGUAY);

        String tray = pages.perform(multipart("/channels/mail/typed")
                        .file(new MockMultipartFile("documents", "letter.pdf", "application/pdf", new byte[] {1, 2}))
                        .param("sender", "Registry, Asunción")
                        .param("text", "We have it.")
                        .with(SomePeople.signedIn(officer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        pages.perform(post(tray + "/filed")
                        .param("message", id.value())
                        .with(SomePeople.signedIn(officer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/channels/mail"));

        UUID conversation = deliveries.find(id).orElseThrow().conversation();
        assertThat(answers.inConversation(conversation)).singleElement().satisfies(answer -> {
            assertThat(answer.text()).isEqualTo("We have it.");
            assertThat(answer.attached()).hasSize(1);
        });
        assertThat(deliveries.find(id).orElseThrow().state()).isEqualTo(Delivery.State.CONFIRMED);
    }

    @Test
    void aPacketIsMadeAndDownloadedAndABadOneIsRefusedInWords() throws Exception {
        peers.add(SampleNodes.contactPoint(URUGUAY.value(), 18099, clock).card(), "test");
        pages.perform(post("/directory/correspondents/peers/UY-contact-point/channel")
                        .param("channel", "packet")
                        .with(SomePeople.signedIn(administrator))
                        .with(csrf()))
                .andExpect(redirectedUrl("/directory/peers"));
        assertThat(peers.require(URUGUAY).channel()).isEqualTo(Channel.PACKET);
        send(URUGUAY);

        pages.perform(post("/channels/packets/made")
                        .param("party", "UY-contact-point")
                        .with(SomePeople.signedIn(officer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/channels/packets"));
        Document list = body(pages.perform(get("/channels/packets").with(SomePeople.signedIn(officer))));
        String file = list.select("a[href*=/channels/packets/][href$=/file]").attr("href");
        assertThat(pages.perform(get(file).with(SomePeople.signedIn(officer)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getHeader("Content-Disposition"))
                .contains("UY-contact-point", ".comity-packet");

        assertThat(text(pages.perform(multipart("/channels/packets/taken")
                                .file(new MockMultipartFile("packet", "x", "application/zip", "no zip".getBytes()))
                                .with(SomePeople.signedIn(officer))
                                .with(csrf()))
                        .andExpect(status().isUnprocessableContent())))
                .contains("The file is not a packet");
    }

    @Test
    void anHi1PartyIsComparedBeforeItIsTakenIn() throws Exception {
        byte[] certificate = MailHouse.pem(
                        SampleNodes.contactPoint("PY-provider", 1, clock).card().signing())
                .getBytes(StandardCharsets.US_ASCII);
        Document check = body(pages.perform(multipart("/channels/hi1/check")
                        .file(new MockMultipartFile("certificate", "c.pem", "application/x-pem-file", certificate))
                        .param("party", "PY-provider")
                        .param("organisation", "Provider SA")
                        .param("identifier", "provider-sa")
                        .param("url", "https://provider.example:8443/hi1")
                        .with(SomePeople.signedIn(administrator))
                        .with(csrf()))
                .andExpect(status().isOk()));
        assertThat(check.select(".fingerprint code")).hasSize(16);
        assertThat(hi1.all()).noneMatch(it -> it.party().value().equals("PY-provider"));

        var second =
                post("/channels/hi1").with(SomePeople.signedIn(administrator)).with(csrf());
        check.select("form input[type=hidden]").forEach(input -> second.param(input.attr("name"), input.val()));
        pages.perform(second).andExpect(status().isUnprocessableContent());
        pages.perform(second.param("how", "called back their law-enforcement desk"))
                .andExpect(redirectedUrl("/channels/hi1"));

        assertThat(text(pages.perform(get("/channels/hi1").with(SomePeople.signedIn(administrator)))))
                .contains("Provider SA", "certificate valid until", "called back their law-enforcement desk");
        pages.perform(post("/channels/hi1/PY-provider/dismissed")
                .with(SomePeople.signedIn(administrator))
                .with(csrf()));
        assertThat(hi1.all()).noneMatch(it -> it.party().value().equals("PY-provider"));
    }

    @Test
    void aTestOfAPeerThatDoesNotAnswerSaysSoInWords() throws Exception {
        peers.add(SampleNodes.contactPoint(URUGUAY.value(), 1, clock).card(), "test");

        pages.perform(post("/channels/health/UY-contact-point/test")
                        .with(SomePeople.signedIn(officer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(body(pages.perform(get("/channels/health").with(SomePeople.signedIn(officer))))
                        .select("#UY-contact-point")
                        .text())
                .contains("it can’t be reached", "never heard yet");
    }

    @Test
    void whoHasNoPartInItFindsNoChannels() throws Exception {
        Person expert = SomePeople.with(jdbc, Role.LAW_EXPERT);
        for (String page :
                List.of("/channels", "/channels/mail", "/channels/packets", "/channels/health", "/channels/hi1")) {
            assertThat(pages.perform(get(page).with(SomePeople.signedIn(expert)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isIn(403, 404);
        }
        assertThat(pages.perform(get("/channels/hi1").with(SomePeople.signedIn(officer)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
    }

    @InEveryView
    void theChannelsAreUsableByEveryone(View view) {
        confirmed(Optional.empty());
        peers.add(SampleNodes.contactPoint(URUGUAY.value(), 1, clock).card(), "test");
        peers.reach(URUGUAY, Channel.PACKET, "test");
        MessageId paper = send(PARAGUAY);
        send(URUGUAY);
        UUID letter = transaction.execute(status ->
                filing.typeIn("Registry, Asunción", "We have it, and ask for the provision.", List.of(), officer));
        try (var visit = signedIn(view, Role.ADMINISTRATOR, Role.DUTY_OFFICER)) {
            visit.open("/channels").check().photograph("channels-messages");
            visit.open("/channels/messages/" + paper).check().photograph("channels-message");
            visit.open("/channels/mail").check().photograph("channels-mail");
            visit.open("/channels/mail/" + letter).check().photograph("channels-answer");
            visit.open("/channels/packets").check().photograph("channels-packets");
            visit.open("/channels/health").check().photograph("channels-health");
            visit.open("/channels/hi1").check().photograph("channels-hi1");
            visit.open("/directory/correspondents").check().photograph("directory-correspondents");
            visit.open("/directory/peers").check().photograph("directory-peers-channels");
        }
    }

    private void confirmed(Optional<MailContact> mail) {
        correspondents.enter(
                new Correspondents.Entry(
                        PARAGUAY,
                        "Registry of requests",
                        Set.of(NodeFunction.CENTRAL_AUTHORITY),
                        List.of("es"),
                        mail,
                        "Registry counter, main building"),
                administrator);
        correspondents.confirm(PARAGUAY, "called back", another);
    }

    private MessageId send(PartyId to) {
        return transaction.execute(status -> outbox.send(new Envelope(
                UUID.randomUUID(),
                to,
                "<request/>".getBytes(StandardCharsets.UTF_8),
                List.of(new Enclosure("request.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.US_ASCII))))));
    }

    private ResultActions enterOnPage(String party) throws Exception {
        return pages.perform(multipart("/directory/correspondents")
                .file(new MockMultipartFile("certificate", new byte[0]))
                .param("party", party)
                .param("organisation", "Registry of requests")
                .param("functions", "central-authority")
                .param("languages", "es en")
                .param("place", "Registry counter")
                .with(SomePeople.signedIn(administrator))
                .with(csrf()));
    }

    private static Document body(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }

    private static String text(ResultActions answer) throws Exception {
        return body(answer).select("main").text();
    }
}
