package org.comity.node.gazette;

/** Where pages of this room stand. */
public final class GazetteAddresses {

    private GazetteAddresses() {}

    public static String of(Received received) {
        return "/gazette/received/" + received.party() + "/"
                + received.announcement().id();
    }

    public static String of(Published published) {
        return "/gazette/own/" + published.position();
    }
}
