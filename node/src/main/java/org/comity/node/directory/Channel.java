package org.comity.node.directory;

import org.comity.node.frame.Said;

/** A way of delivering the same envelope. The directory says which one leads to a counterpart. */
public enum Channel {
    /** AS4 to a node: by itself, within seconds. */
    AS4("as4"),
    /** A sealed file, carried by hand to a node that is not connected. */
    PACKET("packet"),
    /** S/MIME mail to an organisation without a node. */
    MAIL("mail"),
    /** Forms on paper, carried by hand to an organisation without a node and without secure mail. */
    PAPER("paper"),
    /** HI-1 over HTTPS, for orders to a provider alone: no envelope goes this way. */
    HI1("hi1");

    private final String token;

    Channel(String token) {
        this.token = token;
    }

    /** As written in the database and the journal. */
    public String token() {
        return token;
    }

    /** In words. */
    public Said said() {
        return Said.of("directory.channel." + token);
    }

    /** Whether the other end is a node, which answers with signed receipts of its own. */
    public boolean leadsToANode() {
        return this == AS4 || this == PACKET;
    }

    /** Whether a person must carry what goes this way. */
    public boolean isByHand() {
        return this == PACKET || this == PAPER;
    }

    public static Channel of(String token) {
        for (Channel channel : values()) {
            if (channel.token.equals(token)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("\"" + token + "\" is not a channel. Use as4, packet, mail or paper.");
    }
}
