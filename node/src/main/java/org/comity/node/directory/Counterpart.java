package org.comity.node.directory;

import java.util.List;
import java.util.Set;

/** Someone to whom this node may send: another node that it trusts, or an organisation that has none. */
public sealed interface Counterpart permits Peer, Correspondent {

    PartyId party();

    String organisation();

    Set<NodeFunction> functions();

    /** ISO 639-1 codes of the languages in which forms are accepted, preferred first. */
    List<String> languages();

    /** The way to it now. */
    Channel channel();

    /** ISO 3166-1 alpha-2. */
    default String state() {
        return party().state();
    }
}
