package org.comity.node.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.comity.node.NodeTest;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.NodeKeys;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NodeTest
class DirectoryPagesTests {

    private static final PartyId BRAZIL = new PartyId("BR-contact-point");

    @Autowired
    MockMvc pages;

    @Autowired
    Peers peers;

    @Autowired
    OwnNode own;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Person administrator;
    private Person officer;

    @BeforeEach
    void startAnew() {
        administrator = SomePeople.with(jdbc, Role.ADMINISTRATOR);
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        peers.all().forEach(peer -> peers.remove(peer.party(), "test"));
    }

    @Test
    void aPeerIsTrustedInTwoStepsAndOnlyAfterTheTelephoneCall() throws Exception {
        NodeCard card = brazil();
        Document check = Jsoup.parse(body(upload(card.bytes(), administrator()).andExpect(status().isOk())));

        assertThat(check.select(".fingerprint code").eachText())
                .hasSize(16)
                .isEqualTo(List.of(card.fingerprint().toString().split(" ")));
        assertThat(peers.find(BRAZIL)).isEmpty();

        confirm(check, false).andExpect(status().isUnprocessableContent());
        assertThat(peers.find(BRAZIL)).isEmpty();

        confirm(check, true).andExpect(redirectedUrl("/directory/peers")).andExpect(flash().attribute("done", "ADD"));
        assertThat(peers.require(BRAZIL).addedBy()).isEqualTo(administrator.name());
        assertThat(peers.require(BRAZIL).confirmedAt()).isPresent();
        assertThat(peersPage(officer()).select("#BR-contact-point").text())
                .contains(
                        "24/7 contact point, BR",
                        "never heard yet",
                        card.fingerprint().toString());
    }

    @Test
    void aCardUnderAnotherRootIsShownAsADangerBeforeItReplacesAnything() throws Exception {
        peers.add(brazil(), "test");
        NodeCard other = brazil();

        Document check = Jsoup.parse(body(upload(other.bytes(), administrator())));

        assertThat(check.select(".warned").text()).contains("someone else made this card");
        assertThat(check.select("main").text())
                .contains(peers.require(BRAZIL).card().fingerprint().toString());
        confirm(check, true).andExpect(flash().attribute("done", "REPLACE"));
        assertThat(peers.require(BRAZIL).card().fingerprint()).isEqualTo(other.fingerprint());
    }

    @Test
    void theCardThatIsConfirmedMustBeTheOneThatWasShown() throws Exception {
        Document check = Jsoup.parse(body(upload(brazil().bytes(), administrator())));
        NodeCard other = brazil();

        ResultActions swapped = pages.perform(post("/directory/peers")
                .param("card", Base64.getEncoder().encodeToString(other.bytes()))
                .param("fingerprint", check.select("input[name=fingerprint]").val())
                .param("compared", "true")
                .with(administrator())
                .with(csrf()));

        assertThat(refusal(swapped)).contains("not the one whose fingerprint was shown");
        assertThat(peers.all()).isEmpty();
    }

    @Test
    void anOversizedCardIsRefused() throws Exception {
        assertThat(refusal(upload(new byte[64 * 1024], administrator()))).contains("too large");
    }

    @Test
    void anEmptyUploadIsRefused() throws Exception {
        assertThat(refusal(upload(new byte[0], administrator()))).contains("No file was chosen");
    }

    @Test
    void whatIsNotJsonIsRefused() throws Exception {
        assertThat(refusal(upload("<xml/>".getBytes(StandardCharsets.UTF_8), administrator())))
                .contains("not well-formed JSON");
    }

    @Test
    void aCardThatWasAlteredIsRefused() throws Exception {
        String altered =
                new String(brazil().bytes(), StandardCharsets.UTF_8).replace("24/7 contact point", "Contact point");

        assertThat(refusal(upload(altered.getBytes(StandardCharsets.UTF_8), administrator())))
                .contains("signature on the card of BR-contact-point is wrong");
    }

    @Test
    void aScriptInTheNameOfAnOrganisationIsShownAndNotRun() throws Exception {
        NodeKeys keys = NodeKeys.generate(BRAZIL, "x", clock);
        NodeCard card = NodeCard.issue(
                new NodeCard.Particulars(
                        BRAZIL,
                        "<script>alert(1)</script>",
                        Set.of(NodeFunction.CONTACT_24_7),
                        URI.create("https://node.example.org"),
                        List.of("en"),
                        own.exercise()),
                keys,
                clock);

        String check = body(upload(card.bytes(), administrator()).andExpect(status().isOk()));
        assertThat(check).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
        confirm(Jsoup.parse(check), true);
        assertThat(body(pages.perform(get("/directory/peers").with(officer())))).doesNotContain("<script>alert");
    }

    @Test
    void thisNodesOwnCardIsNoPeer() throws Exception {
        assertThat(refusal(upload(own.card().bytes(), administrator()))).contains("own card");
        assertThat(peers.all()).isEmpty();
    }

    @Test
    void aPeerIsRemovedAfterAQuestion() throws Exception {
        peers.add(brazil(), "test");
        String path = "/directory/peers/BR-contact-point/removal";

        String question = body(pages.perform(get(path).with(administrator())).andExpect(status().isOk()));
        assertThat(question).contains("Remove BR-contact-point?");
        assertThat(peers.find(BRAZIL)).isPresent();

        pages.perform(post(path).with(administrator()).with(csrf())).andExpect(redirectedUrl("/directory/peers"));
        assertThat(peers.find(BRAZIL)).isEmpty();
        pages.perform(get(path).with(administrator())).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void toEveryoneElseThePagesThatChangePeersDoNotExist(Role role) throws Exception {
        peers.add(brazil(), "test");
        RequestPostProcessor someone = signedIn(SomePeople.with(jdbc, role));

        upload(brazil().bytes(), someone).andExpect(status().isNotFound());
        pages.perform(post("/directory/peers")
                        .param("card", "x")
                        .param("fingerprint", "x")
                        .with(someone)
                        .with(csrf()))
                .andExpect(status().isNotFound());
        for (var request : List.of(
                get("/directory/peers/BR-contact-point/removal"),
                post("/directory/peers/BR-contact-point/removal").with(csrf()))) {
            pages.perform(request.with(someone)).andExpect(status().isNotFound());
        }
        assertThat(peers.find(BRAZIL)).isPresent();
        assertThat(peersPage(someone).select("form[action^=/directory]")).isEmpty();
        assertThat(peersPage(someone).select("a[href$=removal]")).isEmpty();
    }

    @Test
    void aFormFromAnotherSiteChangesNothing() throws Exception {
        peers.add(brazil(), "test");

        pages.perform(post("/directory/peers/BR-contact-point/removal").with(administrator()))
                .andExpect(status().isBadRequest());

        assertThat(peers.find(BRAZIL)).isPresent();
    }

    @Test
    void ownFingerprintIsThereToBeReadOutAndOwnCardToBeHandedOver() throws Exception {
        assertThat(peersPage(officer())
                        .select("section:has(#own) .fingerprint code")
                        .eachText())
                .isEqualTo(List.of(own.card().fingerprint().toString().split(" ")));
        pages.perform(get("/directory/own-card").with(officer()))
                .andExpect(status().isOk())
                .andExpect(content().bytes(own.card().bytes()));
    }

    @Test
    void authoritiesAreFilteredAndPaged() throws Exception {
        Document first = authorities("/directory");
        assertThat(first.select(".entries > li")).hasSize(25);
        assertThat(first.select(".pager a").attr("href")).endsWith("page=2");

        Document contactPoints = authorities("/directory?function=24-7-contact&state=AL");
        assertThat(contactPoints.select(".entries > li")).hasSize(1);
        assertThat(contactPoints.select(".entries").text())
                .contains("Albania", "24/7 contact point", "not confirmed since Nov 2014: ask before you rely on it");

        assertThat(authorities("/directory?state=ZZ").select(".empty").text()).contains("No authority matches");
        assertThat(authorities("/directory?page=999999").select(".entries > li"))
                .isNotEmpty();
        assertThat(authorities("/directory?page=-1%27").select(".entries > li")).hasSize(25);
    }

    private NodeCard brazil() {
        return SampleNodes.contactPoint(BRAZIL.value(), 18081, clock).card();
    }

    private ResultActions upload(byte[] bytes, RequestPostProcessor who) throws Exception {
        return pages.perform(multipart("/directory/peers/card")
                .file(new MockMultipartFile("card", "card.json", "application/json", bytes))
                .with(who)
                .with(csrf()));
    }

    private ResultActions confirm(Document check, boolean compared) throws Exception {
        var request = post("/directory/peers")
                .param("card", check.select("input[name=card]").val())
                .param("fingerprint", check.select("input[name=fingerprint]").val());
        return pages.perform((compared ? request.param("compared", "true") : request)
                .with(administrator())
                .with(csrf()));
    }

    private String refusal(ResultActions answer) throws Exception {
        return Jsoup.parse(body(answer.andExpect(status().isUnprocessableContent())))
                .select(".error-summary")
                .text();
    }

    private Document peersPage(RequestPostProcessor who) throws Exception {
        return Jsoup.parse(body(pages.perform(get("/directory/peers").with(who)).andExpect(status().isOk())));
    }

    private Document authorities(String path) throws Exception {
        return Jsoup.parse(
                body(pages.perform(get(URI.create(path)).with(officer())).andExpect(status().isOk())));
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    private RequestPostProcessor administrator() {
        return signedIn(administrator);
    }

    private RequestPostProcessor officer() {
        return signedIn(officer);
    }
}
