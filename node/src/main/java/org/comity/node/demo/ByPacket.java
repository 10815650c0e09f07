package org.comity.node.demo;

import java.util.List;
import java.util.Map;
import org.comity.node.demo.Drafting.Asked;
import org.comity.node.demo.Visitor.Upload;
import org.jsoup.nodes.Document;

/** The line to Brazil is down, so a file is carried there, and the receipts are carried back. */
final class ByPacket {

    private static final String PAGE = "/channels/packets";
    private static final String BRAZIL = "BR-contact-point";

    private final Telling telling;
    private final Desk portugal;
    private final Desk brazil;

    ByPacket(Telling telling, Desk portugal, Desk brazil) {
        this.telling = telling;
        this.portugal = portugal;
        this.brazil = brazil;
    }

    void live() {
        telling.step("packet", () -> {
            reached("packet");
            String draft = asked();
            byte[] packet = made();
            Document taken = taken(brazil, packet);
            String arrived = brazil.arrived(portugal.matter(draft).conversation());
            Story.require(
                    portugal.matter(draft).state().equals("APPROVED"),
                    "Portugal holds a receipt that nobody carried back.");
            taken(
                    portugal,
                    brazil.officer()
                            .download(taken.select(".said a[download], .warned a[download]")
                                    .attr("href")));
            portugal.awaitState(draft, "SENT");
            reached("as4");
            brazil.act("duty", arrived, "#acknowledge", Map.of("ownReference", "BR-24x7-0004"));
            portugal.awaitState(draft, "ACKNOWLEDGED");
            return List.of(
                    packet.length + " bytes were carried by hand and passed the same checks as over the network",
                    "the signed receipt was carried back; when the line held again, the matter went on over it");
        });
    }

    private void reached(String channel) {
        Visitor administrator = portugal.as("administrator");
        Document peers = administrator.open("/directory/peers");
        String form = "[action$='/peers/" + BRAZIL + "/channel']";
        String offered = peers.select("form" + form + " input[name=channel]").attr("value");
        Story.require(offered.equals(channel), "The directory offers " + offered + " instead of " + channel + ".");
        administrator.send(peers, form, Map.of());
    }

    private String asked() {
        Drafting drafting = new Drafting(portugal);
        String draft = drafting.toTheRoute("Backups of a shop", Asked.preservation("shop-owner-3"));
        drafting.submit(draft, "ets185:29");
        portugal.act("approver", draft, "#approve", Map.of());
        return draft;
    }

    private byte[] made() {
        Visitor officer = portugal.officer();
        Document page = officer.send(officer.open(PAGE), "[action$='/packets/made']", Map.of());
        return officer.download(page.select(".said a[download]").attr("href"));
    }

    private static Document taken(Desk desk, byte[] packet) {
        Visitor officer = desk.officer();
        Document page = officer.send(
                officer.open(PAGE),
                "[action$='/packets/taken']",
                Map.of(),
                new Upload("packet", "from-afar.comity-packet", packet));
        Story.require(
                page.selectFirst(".said") != null,
                "The packet was not taken: " + page.select("main").text());
        return page;
    }
}
