package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.exchange.Patience.eventually;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.FreeText;
import org.comity.node.cooperation.request.Issuance;
import org.comity.node.cooperation.request.ObjectionGround;
import org.comity.node.cooperation.request.Rendition;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.Translation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The United Kingdom orders straight from a provider in the United States, under the agreement between them (18 USC 2523). */
class AgreementOrderStoryTests {

    private static final Issuance ISSUANCE = new Issuance(
            "Judicial commissioner, 20 November 2026, no. 7",
            "Designated authority, 21 November 2026, no. 12",
            "The account was used from the United Kingdom by a resident there");

    private static OrderNode kingdom;
    private static OrderNode provider;

    @BeforeAll
    static void start() {
        kingdom = new OrderNode("GB-designated", "24-7-contact");
        provider = new OrderNode("US-mail", "provider");
        OrderNode.introduce(kingdom, provider);
    }

    @AfterAll
    static void stop() {
        kingdom.close();
        provider.close();
    }

    @Test
    void nothingLeavesWithoutAnIndependentReviewAndACertificate() {
        for (var lacking : List.of(
                new Issuance("", ISSUANCE.certifiedBy(), ISSUANCE.targeting()),
                new Issuance(ISSUANCE.reviewedBy(), "", ISSUANCE.targeting()),
                new Issuance(ISSUANCE.reviewedBy(), ISSUANCE.certifiedBy(), ""))) {
            var id = drafted(lacking);
            assertThatThrownBy(() -> submit(id)).isInstanceOf(ActRefused.Incomplete.class);
        }
    }

    @Test
    void theProviderReadsWhoReviewedAndWhoCertifiedAndWhatWasTranslated() {
        var id = drafted(ISSUANCE);
        var french = new Rendition(
                "fr",
                "Un accès a été vendu.",
                Rendition.Making.STAFF,
                "Designated authority",
                true,
                LocalDate.parse("2026-11-20"));
        kingdom.the(TranslatingRequest.class).attach(kingdom.officer, id, FreeText.FACTS, french);
        sent(id);

        var theirs = provider.view(id).request();
        assertThat(theirs.kind()).isEqualTo(RequestKind.AGREEMENT_ORDER);
        assertThat(theirs.content().issuance())
                .as("as fields, not only in the form")
                .hasValue(ISSUANCE);
        assertThat(theirs.translations().current(theirs.content()))
                .extracting(Translation::rendition)
                .containsExactly(french);
        assertThat(provider.view(id).form().orElseThrow()).contains(ISSUANCE.reviewedBy(), ISSUANCE.certifiedBy());
    }

    /** First to the issuer, then to the designated authority of the provider's own State, which lets the order stand. */
    @Test
    void anObjectionThatTheIssuerDoesNotFollowGoesToTheDesignatedAuthority() {
        var id = sent(drafted(ISSUANCE));
        var answering = provider.the(AnsweringOrder.class);
        provider.the(DecidingRequest.class).acknowledge(provider.agent, id, "");
        assertThatThrownBy(() -> answering.referObjection(provider.agent, id, "Department of Justice", "Targeting"))
                .as("the issuer is told first")
                .isInstanceOf(ActRefused.NotPermitted.class);
        objectedAndUpheld(id);

        answering.referObjection(provider.agent, id, "Department of Justice", "The account is a resident's");
        kingdom.ask(provider);
        assertThat(kingdom.state(id)).isEqualTo(RequestState.REFERRED);
        assertThat(last(kingdom, id).particulars().reference()).hasValue("Department of Justice");
        assertThat(kingdom.view(id).clocks())
                .as("while it is looked at, somebody waits with a time")
                .anyMatch(clock -> clock.isRunning());

        answering.recordDismissed(provider.agent, id, "The order keeps to the agreement");
        kingdom.ask(provider);
        assertThat(kingdom.state(id)).isEqualTo(RequestState.ACKNOWLEDGED);
        answering.recordVerified(provider.agent, id, "Certificate of the card, form complete");
        answering.disclose(
                provider.agent,
                id,
                new AnsweringOrder.HandOver(
                        provider.the(Clock.class).instant(), List.of(), "Sealed medium 7", "", List.of(), List.of()));
        kingdom.ask(provider);
        assertThat(kingdom.state(id)).isEqualTo(RequestState.DISCLOSED);
        assertThat(provider.state(id)).isEqualTo(RequestState.DISCLOSED);
    }

    @Test
    void theDesignatedAuthorityMayBarTheOrder() {
        var id = sent(drafted(ISSUANCE));
        provider.the(DecidingRequest.class).acknowledge(provider.agent, id, "");
        objectedAndUpheld(id);
        var answering = provider.the(AnsweringOrder.class);
        answering.referObjection(provider.agent, id, "Department of Justice", "The account is a resident's");
        assertThatThrownBy(() -> answering.passOnBar(provider.agent, id, "cloud-us-uk:99", "Barred"))
                .isInstanceOf(ActRefused.Malformed.class);
        answering.passOnBar(provider.agent, id, "cloud-us-uk:5(11)", "The agreement may not be invoked for it");
        kingdom.ask(provider);

        assertThat(kingdom.state(id)).isEqualTo(RequestState.REFUSED);
        assertThat(last(kingdom, id).particulars().ground()).hasValue("cloud-us-uk:5(11)");
    }

    private static void objectedAndUpheld(RequestId id) {
        provider.the(AnsweringOrder.class)
                .object(
                        provider.agent,
                        id,
                        ObjectionGround.CONFLICT_OF_LAW.id(),
                        "The account belongs to a person whom the agreement protects");
        kingdom.ask(provider);
        assertThat(kingdom.state(id)).isEqualTo(RequestState.OBJECTION);
        kingdom.the(PursuingOrder.class).uphold(kingdom.approver, id, "The person moved to London in 2024");
        eventually(() -> assertThat(last(provider, id).event()).isEqualTo(RequestEvent.ORDER_UPHELD));
    }

    private static Step last(OrderNode node, RequestId id) {
        return node.view(id).timeline().getLast();
    }

    private static RequestId drafted(Issuance issuance) {
        var file = kingdom.the(OpeningCaseFile.class)
                .open(
                        kingdom.officer,
                        new OpeningCaseFile.Opening(
                                "Operation", TwoNodes.ILLEGAL_ACCESS, "Access was sold.", CaseFile.DESK));
        var drafting = kingdom.the(DraftingRequest.class);
        var id = drafting.begin(kingdom.officer, file.reference(), RequestKind.AGREEMENT_ORDER);
        drafting.save(
                kingdom.officer,
                id,
                0,
                TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "Access was sold."))
                        .with(it -> it.requestedState("US").issuance(Optional.of(issuance))));
        return id;
    }

    private static void submit(RequestId id) {
        var drafting = kingdom.the(DraftingRequest.class);
        var version = drafting.chooseRoute(
                kingdom.officer, id, kingdom.view(id).request().version(), "cloud-us-uk:4", provider.party);
        drafting.submit(kingdom.officer, id, version);
    }

    private static RequestId sent(RequestId id) {
        submit(id);
        kingdom.the(ApprovingRequest.class).approve(kingdom.approver, id, "");
        eventually(() -> assertThat(kingdom.state(id)).isEqualTo(RequestState.SENT));
        assertThat(provider.state(id)).isEqualTo(RequestState.SENT);
        return id;
    }
}
