package org.comity.node.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.node.directory.Fingerprint;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.Peers;
import org.comity.node.frame.Said;
import org.comity.node.time.WallTime;

/**
 * Takes a peer's signed card into the directory, after a person has compared its fingerprint with the peer. A changed
 * root needs {@code --replace} as well.
 */
class AddPeer implements Command {

    @Override
    public String name() {
        return "node peer add";
    }

    @Override
    public String usage() {
        return "node peer add FILE [--fingerprint \"AB12 ...\" | --yes] [--replace] [--home FOLDER]";
    }

    @Override
    public int run(Arguments typed) throws IOException {
        var arguments = typed.allowing("home", "fingerprint", "yes", "replace");
        var file = Path.of(arguments.word("the file that holds the peer's card"));
        if (!Files.isReadable(file)) {
            throw new Misuse("There is no file %s to read.".formatted(file));
        }
        var card = NodeCard.read(Files.readAllBytes(file), WallTime.clock());
        IO.println(described(card));

        var compared = arguments.option("fingerprint").map(AddPeer::fingerprint);
        if (compared.isPresent() && !compared.get().equals(card.fingerprint())) {
            System.err.printf(
                    "comity: The fingerprint is another one: %s. Nothing was added. Telephone the peer.%n",
                    card.fingerprint());
            return FAILED;
        }
        if (compared.isEmpty() && !arguments.has("yes") && !confirmed()) {
            System.err.println("comity: Nothing was added.");
            return FAILED;
        }
        try (var node = BesideNode.open(arguments.home())) {
            var peers = node.room(Peers.class);
            var by = "console, account " + System.getProperty("user.name");
            if (arguments.has("replace")) {
                peers.replace(card, by);
            } else {
                peers.add(card, by);
            }
            if (!arguments.has("yes")) {
                peers.confirm(card.party(), by);
            }
        }
        IO.println(card.party() + " is in the directory.");
        return DONE;
    }

    static String described(NodeCard card) {
        return """
                Party         %s%s
                State         %s
                Organisation  %s
                Functions     %s
                Address       %s%s
                Languages     %s
                Issued        %s
                Fingerprint   %s""".formatted(
                        card.party(),
                        card.exercise() ? " (exercise)" : "",
                        card.state(),
                        card.organisation(),
                        String.join(
                                ", ",
                                card.functions().stream()
                                        .map(NodeFunction::said)
                                        .map(Said::inEnglish)
                                        .sorted()
                                        .toList()),
                        card.url(),
                        card.hi1().map(door -> "\nHI-1          " + door).orElse(""),
                        String.join(", ", card.languages()),
                        card.issuedAt(),
                        card.fingerprint());
    }

    private static boolean confirmed() {
        var console = System.console();
        if (console == null) {
            throw new Misuse("Compare the fingerprint by telephone, then give it with --fingerprint.");
        }
        var answer = console.readLine("Did the peer read out this fingerprint by telephone? Type yes: ");
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    private static Fingerprint fingerprint(String typed) {
        try {
            return Fingerprint.parse(typed);
        } catch (IllegalArgumentException wrong) {
            throw new Misuse(String.valueOf(wrong.getMessage()));
        }
    }
}
