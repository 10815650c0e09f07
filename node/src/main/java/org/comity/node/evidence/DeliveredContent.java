package org.comity.node.evidence;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * What a provider's delivery names and this node fetches from the provider as it is, over a line on which both prove who they
 * are.
 *
 * @param sha256 of the content, in lower-case hexadecimal digits
 */
public record DeliveredContent(UUID transfer, String name, String mediaType, long size, String sha256, URI address)
        implements Offer {

    public DeliveredContent {
        if (size < 0 || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "Content that is delivered by reference has a size, and a SHA-256 of 64 hexadecimal digits.");
        }
    }

    /** The standard has no field for them; the answer that speaks of the content says them. */
    @Override
    public List<Condition> conditions() {
        return List.of();
    }
}
