package org.comity.node.cooperation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Confidentiality;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.FollowUpIntention;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Safeguards;
import org.comity.node.cooperation.request.TimeRange;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.exchange.DeliveryConfirmed;
import org.comity.node.exchange.DeliveryFailed;
import org.comity.node.frame.Noted;

/** Portugal asks, Brazil is asked; a test carries their messages. */
final class TwoNodes implements AutoCloseable {

    static final Offence ILLEGAL_ACCESS =
            new Offence(List.of("ets185:2"), "illegal access, article 6", "up to 5 years");
    static final Safeguards SAFEGUARDS = new Safeguards(
            "Article 29 and our own preservation power", "Logs are overwritten in days", "One account, one week");

    final TestNode portugal = new TestNode("PT");
    final TestNode brazil = new TestNode("BR");

    /** Carries everything until nothing is on its way. */
    void carry() {
        while (!portugal.out.isEmpty() || !brazil.out.isEmpty()) {
            carryOne(portugal, brazil);
            carryOne(brazil, portugal);
        }
    }

    void carryOne(TestNode from, TestNode to) {
        var sent = from.out.poll();
        if (sent != null) {
            to.receive(from.party, sent);
            from.the(DeliveryNews.class)
                    .on(new DeliveryConfirmed(
                            sent.id(), sent.envelope().conversation(), to.party, from.clock.instant()));
        }
    }

    void giveUp(TestNode from, TestNode to) {
        var sent = from.out.poll();
        from.givenUp.add(sent);
        from.the(DeliveryNews.class)
                .on(new DeliveryFailed(
                        sent.id(),
                        sent.envelope().conversation(),
                        to.party,
                        Noted.of("exchange.trouble.no-answer", to.party.value(), ""),
                        12,
                        true));
    }

    void advance(Duration by) {
        portugal.advance(by);
        brazil.advance(by);
    }

    static RequestContent complete(RequestContent draft) {
        return draft.withData(new DataWanted(
                        Set.of(DataCategory.SUBSCRIBER, DataCategory.TRAFFIC),
                        List.of(
                                Identifier.read(Identifier.Kind.ACCOUNT, "shadow.market"),
                                Identifier.read(
                                        Identifier.Kind.IP, "2001:db8::7", "2026-11-20T09:30:00-03:00", "51413")),
                        new TimeRange(
                                Optional.of(Instant.parse("2026-11-13T00:00:00Z")),
                                Optional.of(Instant.parse("2026-11-20T00:00:00Z"))),
                        "The account sold the access",
                        "Example Hosting",
                        "hosting",
                        "",
                        Optional.of(Instant.parse("2026-12-02T00:00:00Z"))))
                .withRequestedState("BR")
                .withUrgency(new Urgency(UrgencyLevel.URGENT, "Logs live for ten days"))
                .withConfidentiality(new Confidentiality(
                        true, "The suspect is not to know", Optional.of(LocalDate.parse("2027-05-01"))))
                .withFollowUp(new FollowUpIntention(
                        true, Optional.of(LocalDate.parse("2026-12-15")), "Central authority of Portugal"))
                .withSafeguards(SAFEGUARDS);
    }

    RequestId drafted(RequestContent content) {
        var file = portugal.the(OpeningCaseFile.class)
                .open(
                        portugal.officer,
                        new OpeningCaseFile.Opening("Operation", ILLEGAL_ACCESS, "Access was sold.", CaseFile.DESK));
        var drafting = portugal.the(DraftingRequest.class);
        var id = drafting.begin(portugal.officer, file.reference(), RequestKind.PRESERVATION);
        var version = drafting.save(portugal.officer, id, 0, content);
        drafting.chooseRoute(portugal.officer, id, version, "ets185:29", brazil.party);
        return id;
    }

    RequestId drafted() {
        return drafted(complete(RequestContent.blank(ILLEGAL_ACCESS, "Access was sold.")));
    }

    void submit(RequestId id) {
        portugal.the(DraftingRequest.class).submit(portugal.officer, id, version(id));
    }

    /** Of the draft as it is now. */
    int version(RequestId id) {
        return portugal.view(id).request().version();
    }

    /** Approved, but still on its way. */
    RequestId approved() {
        return approved(complete(RequestContent.blank(ILLEGAL_ACCESS, "Access was sold.")));
    }

    RequestId approved(RequestContent content) {
        var id = drafted(content);
        submit(id);
        portugal.the(ApprovingRequest.class).approve(portugal.approver, id, "");
        return id;
    }

    RequestId acknowledged() {
        var id = approved();
        carry();
        brazil.the(DecidingRequest.class).acknowledge(brazil.officer, id, "");
        carry();
        return id;
    }

    RequestId checked() {
        var id = acknowledged();
        check(id);
        return id;
    }

    void check(RequestId id) {
        brazil.the(DecidingRequest.class)
                .recordLegalCheck(brazil.officer, id, new DecidingRequest.Check(SAFEGUARDS, "Own law, article 13"));
    }

    RequestId ordered() {
        var id = checked();
        brazil.the(DecidingRequest.class).accept(brazil.officer, id);
        brazil.the(ExecutingPreservation.class).order(brazil.officer, id, "Example Hosting", "Own law, article 13");
        carry();
        return id;
    }

    void preserve(RequestId id) {
        brazil.the(ExecutingPreservation.class)
                .recordPreserved(
                        brazil.officer,
                        id,
                        ExecutingPreservation.Confirmation.ofAll(
                                brazil.clock.instant(), Optional.empty(), "Example Hosting"));
    }

    RequestId preserved() {
        var id = ordered();
        preserve(id);
        carry();
        return id;
    }

    @Override
    public void close() {
        portugal.close();
        brazil.close();
    }
}
