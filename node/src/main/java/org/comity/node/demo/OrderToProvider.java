package org.comity.node.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.comity.node.demo.Drafting.Asked;
import org.comity.node.demo.Visitor.Upload;
import org.jsoup.nodes.Element;

/** Portugal orders data from a provider in Germany, over HI-1 with mutual TLS. */
final class OrderToProvider {

    static final String ACCOUNT = "shadow-market-7";

    private final Telling telling;
    private final Desk portugal;
    private final Desk provider;

    OrderToProvider(Telling telling, Desk portugal, Desk provider) {
        this.telling = telling;
        this.portugal = portugal;
        this.provider = provider;
    }

    /** @param caseFile in which the order is drafted */
    void live(String caseFile) {
        String[] path = new String[2];
        telling.step("order", () -> {
            path[0] = ordered(caseFile);
            Element row = provider.await("/queue", "li:contains(" + ACCOUNT + ") a[href*=/requests/]");
            path[1] = row.attr("href");
            return List.of("the order stands in the provider's queue, with ten days to obey (EU 2023/1543 art. 10)");
        });
        telling.step("answer", () -> {
            provider.act("duty", path[1], "#acknowledge", Map.of("ownReference", "DE-RESPONSE-0001"));
            provider.act("duty", path[1], "#verify", Map.of("remark", "Certificate of the card; the form is complete"));
            Visitor team = provider.officer();
            team.send(
                    team.open(path[1]),
                    "#disclose",
                    Map.of(),
                    new Upload(
                            "files",
                            "account.csv",
                            "account,since\n%s,2024-03-01\n".formatted(ACCOUNT).getBytes(UTF_8)));
            Matter here = portugal.awaitState(path[0], "DISCLOSED");
            String file = here.page().select("a[href*=/files/]").attr("href");
            Story.require(!file.isEmpty(), "Portugal's page offers no file.");
            String data = new String(portugal.officer().download(file), UTF_8);
            Story.require(data.contains(ACCOUNT), "The file does not hold the account: " + data);
            portugal.act("duty", path[0], "#confirm-receipt", Map.of());
            provider.awaitState(path[1], "RECEIPT_CONFIRMED");
            return List.of("the provider checked that the order is genuine, and the file is with Portugal");
        });
    }

    private String ordered(String caseFile) {
        Drafting drafting = new Drafting(portugal);
        String draft = drafting.inCase(
                caseFile,
                new Asked(
                        "production-order",
                        "subscriber",
                        ACCOUNT,
                        "A mail provider in Germany",
                        "DE",
                        Map.of("offence", Map.of("proceeding", "Prosecution, 13/26"))));
        drafting.take(draft, "eu2023-1543:5", Map.of());
        drafting.safeguards(draft, Map.of("missingReason", "No court is involved yet."));
        portugal.act("duty", draft + "/check", "#submit-for-approval", Map.of());
        portugal.act("approver", draft, "#approve", Map.of());
        portugal.awaitState(draft, "SENT");
        return draft;
    }
}
