package org.comity.node.journal;

import java.net.URI;

/** Under which names a node's journal, its gazette and its witness sign, from the address that it gives to others. */
public final class Origin {

    private Origin() {}

    /** Without the scheme, as c2sp.org/tlog-checkpoint recommends. */
    public static String ofJournal(URI url) {
        return address(url) + "/journal";
    }

    public static String ofGazette(URI url) {
        return address(url) + "/gazette";
    }

    public static String ofWitness(URI url) {
        return address(url) + "/witness";
    }

    /** Where a node's journal is published (c2sp.org/tlog-tiles) and takes what it should cosign (c2sp.org/tlog-witness). */
    public static URI published(URI url) {
        return URI.create(url.toString().replaceFirst("/+$", "") + "/ledger/");
    }

    private static String address(URI url) {
        String path = url.getPath() == null ? "" : url.getPath().replaceFirst("/+$", "");
        return url.getAuthority() + path;
    }
}
