package org.comity.node.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** This node, as its peers know it. */
public record OwnNode(NodeCard card, NodeKeys keys) {

    /** The file below a node's home that is handed to peers. */
    static final String CARD_FILE = "card.json";

    /**
     * Opens the keys of a home and its card, and issues a new card when the settings or certificates on it have changed.
     * An exercise node without keys makes them; a real one asks for {@code comity node init}, so that a mistyped folder
     * never becomes a new identity.
     */
    public static OwnNode at(Path home, NodeCard.Particulars particulars, Clock wallClock) {
        return particulars.exercise() ? init(home, particulars, wallClock) : withCard(home, particulars, wallClock);
    }

    /** Makes the keys unless there are some, and the card. */
    public static OwnNode init(Path home, NodeCard.Particulars particulars, Clock wallClock) {
        if (!NodeKeys.exist(home)) {
            particulars.require();
            NodeKeys.generate(particulars.party(), particulars.organisation(), wallClock)
                    .save(home);
        }
        return withCard(home, particulars, wallClock);
    }

    /** The node as its home has it, for tools beside it. */
    public static OwnNode open(Path home, Clock wallClock) {
        NodeKeys keys = NodeKeys.open(home);
        Path file = home.resolve(CARD_FILE);
        try {
            return new OwnNode(NodeCard.read(Files.readAllBytes(file), wallClock), keys);
        } catch (IOException e) {
            throw new UncheckedIOException("The node's card in " + file + " can't be read.", e);
        }
    }

    private static OwnNode withCard(Path home, NodeCard.Particulars particulars, Clock wallClock) {
        NodeKeys keys = NodeKeys.open(home);
        Path file = home.resolve(CARD_FILE);
        try {
            if (Files.exists(file)) {
                NodeCard kept = NodeCard.read(Files.readAllBytes(file), wallClock);
                if (kept.says(particulars) && kept.signing().equals(keys.signingCertificate())) {
                    return new OwnNode(kept, keys);
                }
            }
            NodeCard card = NodeCard.issue(particulars, keys, wallClock);
            Files.write(file, card.bytes());
            return new OwnNode(card, keys);
        } catch (IOException e) {
            throw new UncheckedIOException("The node's card in " + file + " can't be read or written.", e);
        }
    }

    public PartyId party() {
        return card.party();
    }

    /** ISO 3166-1 alpha-2 code of the State for which this node acts. */
    public String state() {
        return card.state();
    }

    public String organisation() {
        return card.organisation();
    }

    public URI url() {
        return card.url();
    }

    public boolean exercise() {
        return card.exercise();
    }

    static URI withoutSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}
