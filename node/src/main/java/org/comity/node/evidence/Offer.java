package org.comity.node.evidence;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Content that a message names and that this node fetches. */
public sealed interface Offer permits OfferedExhibit, DeliveredContent {

    /** Names it on this node. */
    UUID transfer();

    String name();

    String mediaType();

    long size();

    /** Of the content, in lower-case hexadecimal digits. */
    String sha256();

    URI address();

    /** Under which it came to whoever offers it; they go on to limit its use here. */
    List<Condition> conditions();
}
