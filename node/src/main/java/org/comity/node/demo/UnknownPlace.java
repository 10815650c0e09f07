package org.comity.node.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.comity.node.demo.Drafting.Asked;
import org.comity.node.demo.Visitor.Upload;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Nobody knows in which State the data is: Brazil is asked over AS4 and Germany, whose desk has no node, by secure mail.
 * Germany has it, so Brazil is let go of.
 */
final class UnknownPlace {

    private static final String GERMANY = "DE-contact-point";
    private static final String ADDRESS = "desk@contact.de.example";

    private final Telling telling;
    private final Desk portugal;
    private final Desk brazil;
    private final MailHouse house;
    private final Drafting drafting;

    UnknownPlace(Telling telling, Desk portugal, Desk brazil, MailHouse house) {
        this.telling = telling;
        this.portugal = portugal;
        this.brazil = brazil;
        this.house = house;
        this.drafting = new Drafting(portugal);
    }

    static MailHouse mailHouse(Path folder) {
        return MailHouse.open(folder, "desk@contact.pt.example", ADDRESS);
    }

    /** @return the path of the case file, in which the provider is asked next */
    String live() {
        String[] caseFile = new String[1];
        String[] draft = new String[1];
        MailDesk[] germany = new MailDesk[1];
        telling.step("entered", () -> {
            germany[0] = entered();
            return List.of("one administrator entered Germany's mail desk, another called back and confirmed it");
        });
        telling.step("place", () -> {
            caseFile[0] = drafting.caseFile("A market for stolen access");
            assessed(caseFile[0]);
            draft[0] = drafting.inCase(
                    caseFile[0],
                    new Asked(
                            "preservation",
                            "content",
                            OrderToProvider.ACCOUNT,
                            "A mail provider",
                            "unknown",
                            Map.of()));
            drafting.safeguards(draft[0], Map.of());
            return List.of("two States may have the data, each with a reason and a likelihood");
        });
        telling.step("ask-both", () -> {
            portugal.act("duty", draft[0] + "/candidates", "#several", Map.of());
            portugal.act("duty", caseFile[0], "[id$=-submit]", Map.of());
            portugal.act("approver", caseFile[0], "[id$=-approve]", Map.of("said", "Both are needed."));
            brazil.arrived(portugal.awaitState(asked(caseFile[0], "BR"), "SENT").conversation());
            return List.of("one act by a second person sent both: to Brazil over AS4, to Germany by secure mail");
        });
        telling.step("mail", () -> {
            answered(germany[0], asked(caseFile[0], "DE"));
            return List.of(
                    "the treaty form went out as PDF, signed and sealed; a foreign mail program opened it",
                    "the signed answer was filed by itself, and an officer wrote down what it says");
        });
        telling.step("stand-down", () -> {
            String toBrazil = asked(caseFile[0], "BR");
            Document page = portugal.officer().open(caseFile[0]);
            portugal.officer()
                    .send(
                            page,
                            "[id$=-let-go]",
                            Map.of("chosen", toBrazil.replaceFirst(".*/", ""), "said", "Found in Germany."));
            portugal.awaitState(toBrazil, "WITHDRAWN");
            return List.of("Germany keeps it, so Brazil is let go of");
        });
        return caseFile[0];
    }

    private MailDesk entered() {
        Identity program = Identity.ofMailProgram("Contact point, Germany", ADDRESS);
        Visitor one = portugal.as("administrator");
        one.send(
                one.open("/directory/correspondents"),
                "[action$='/directory/correspondents']",
                Map.of(
                        "organisation",
                        "24/7 contact point, Germany",
                        "party",
                        GERMANY,
                        "functions",
                        "24-7-contact",
                        "languages",
                        "de en",
                        "address",
                        ADDRESS),
                new Upload("certificate", "germany.pem", program.pem().getBytes(US_ASCII)));
        portugal.act(
                "second-administrator",
                "/directory/correspondents/" + GERMANY + "/confirmation",
                "[action$=/confirmation]",
                Map.of("how", "Call to the number of the network's directory; the fingerprint was read back"));
        return new MailDesk(house, ADDRESS, program, portugal.officer().download("/channels/mail/own-certificate"));
    }

    private void assessed(String caseFile) {
        Visitor officer = portugal.officer();
        String today = Desk.now().toString().substring(0, 10);
        Document two = officer.send(
                officer.open(caseFile + "/place"),
                "#place",
                Map.of(
                        "standing",
                        "candidates",
                        "candidates[0].state",
                        "BR",
                        "candidates[0].likelihood",
                        "low",
                        "candidates[0].source",
                        "network-data",
                        "candidates[0].text",
                        "Address block registered there",
                        "candidates[0].asOf",
                        today,
                        "add",
                        "candidate"));
        officer.send(
                two,
                "#place",
                Map.of(
                        "candidates[1].state",
                        "DE",
                        "candidates[1].likelihood",
                        "high",
                        "candidates[1].source",
                        "provider-statement",
                        "candidates[1].text",
                        "The provider names its house there",
                        "candidates[1].asOf",
                        today));
    }

    /** The request to one of the States, as its candidate's line on the case page names it. */
    private String asked(String caseFile, String state) {
        Element link =
                portugal.officer().open(caseFile).selectFirst("[data-candidate=%s] .asked a[href]".formatted(state));
        if (link == null) {
            throw new StoryBroken("The case page shows no request to " + state + ".");
        }
        return link.attr("href");
    }

    private void answered(MailDesk germany, String request) {
        MailDesk.Letter letter = germany.read();
        Story.require(
                letter.enclosures().stream().anyMatch(name -> name.endsWith(".pdf")),
                "The mail encloses no form: " + letter.enclosures());
        germany.answer(letter, "We have it under DE-24x7-0001 and keep the data from today.");
        Element source = portugal.await(request, "#write-down select[name=source] option[value]:not([value=''])");
        written(request, source.attr("value"), "acknowledged", Map.of("theirReference", "DE-24x7-0001"));
        written(request, source.attr("value"), "preserved", Map.of("provider", "A mail provider in Germany"));
        portugal.awaitState(request, "PRESERVED");
    }

    private void written(String request, String source, String event, Map<String, String> said) {
        Visitor officer = portugal.officer();
        officer.send(
                officer.open("%s/their-answer?event=%s&source=%s".formatted(request, event, source)), "#record", said);
    }
}
