package org.comity.node.console;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.settings.HomeFile;
import org.comity.node.time.WallTime;

/**
 * Makes a node: its keys and certificates, its card, its settings. Done again it keeps the keys, writes the settings and
 * issues the card anew.
 */
class InitNode implements Command {

    private static final String STANDARD_PORT = "8080";

    /** Where a provider takes HI-1 unless told otherwise. */
    private static final String USUAL_DOOR = "8443";

    @Override
    public String name() {
        return "node init";
    }

    @Override
    public String usage() {
        return "node init --state PT --organisation NAME [--party contact-point] [--url URL] [--port NUMBER]"
                + " [--profile provider] [--functions 24-7-contact,...] [--languages pt,en] [--hi1-port NUMBER]"
                + " [--exercise] [--home FOLDER]";
    }

    @Override
    public int run(Arguments typed) {
        var arguments = typed.allowing(
                "home",
                "state",
                "organisation",
                "party",
                "url",
                "port",
                "profile",
                "functions",
                "languages",
                "hi1-port",
                "exercise");
        var home = arguments.home();
        var port = arguments.option("port");
        var url = arguments
                .option("url")
                .orElseGet(() -> "http://localhost:" + port.orElse(STANDARD_PORT))
                .replaceFirst("/+$", "");
        var functions = list(arguments.option("functions").orElseGet(() -> functions(arguments))).stream()
                .map(NodeFunction::of)
                .collect(Collectors.toSet());
        var door = arguments
                .option("hi1-port")
                .or(() -> functions.contains(NodeFunction.PROVIDER) ? Optional.of(USUAL_DOOR) : Optional.empty());
        var card = new NodeCard.Particulars(
                party(arguments),
                arguments.required("organisation"),
                functions,
                address(url),
                door.map(it -> address("https://" + address(url).getHost() + ":" + it + "/hi1")),
                list(arguments.option("languages").orElse("en")),
                arguments.has("exercise"));
        var own = OwnNode.init(home, card, WallTime.clock());
        HomeFile.of(home).put(settings(own, port.orElseGet(() -> portOf(card.url()))));
        door.ifPresent(it -> HomeFile.of(home)
                .put(Map.of(
                        "comity.hi1.port",
                        it,
                        "comity.hi1-url",
                        card.hi1().orElseThrow().toString())));
        IO.println(told(own, home));
        return DONE;
    }

    private static PartyId party(Arguments arguments) {
        var state = arguments.required("state");
        var party = arguments.option("party").orElse("contact-point");
        try {
            return new PartyId(party.startsWith(state + "-") ? party : state + "-" + party);
        } catch (IllegalArgumentException wrong) {
            throw new Misuse(String.valueOf(wrong.getMessage()));
        }
    }

    /** What a node does unless it is said function by function. */
    private static String functions(Arguments arguments) {
        return switch (arguments.option("profile").orElse("authority")) {
            case "authority" -> NodeFunction.CONTACT_24_7.token();
            case "provider" -> NodeFunction.PROVIDER.token();
            default -> throw new Misuse("There is no such profile. Use authority or provider.");
        };
    }

    private static URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException wrong) {
            throw new Misuse("\"%s\" is not an address.".formatted(url));
        }
    }

    /** On this machine a node listens where its address says; elsewhere a reverse proxy stands in front of it. */
    private static String portOf(URI url) {
        return "http".equals(url.getScheme()) && url.getPort() > 0 ? Integer.toString(url.getPort()) : STANDARD_PORT;
    }

    private static Map<String, String> settings(OwnNode own, String port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("comity.state", own.state());
        settings.put("comity.organisation", own.organisation());
        settings.put("comity.party", own.party().value());
        settings.put("comity.public-url", own.url().toString());
        settings.put("comity.port", port);
        settings.put("comity.exercise", Boolean.toString(own.exercise()));
        settings.put(
                "comity.functions",
                own.card().functions().stream()
                        .map(NodeFunction::token)
                        .sorted()
                        .collect(Collectors.joining(",")));
        settings.put("comity.languages", String.join(",", own.card().languages()));
        return settings;
    }

    private static String told(OwnNode own, Path home) {
        return """
                %s is ready in %s.
                Its fingerprint, to be read out to peers by telephone:
                  %s
                Hand them its card: ./comity node card --home %s > %s.card.json
                Start it: ./comity serve --home %s""".formatted(own.party(), home, own.card().fingerprint(), home, own.party(), home);
    }

    private static List<String> list(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
