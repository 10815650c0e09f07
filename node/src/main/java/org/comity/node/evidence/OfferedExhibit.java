package org.comity.node.evidence;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a message says of an exhibit that the receiver may fetch.
 *
 * @param transfer names it on both nodes
 * @param sha256 of the content, in lower-case hexadecimal digits
 * @param root of the hash tree over its sealed chunks, likewise
 * @param address where its chunks lie, at the sender's node
 * @param sealedKey the transfer's key, sealed to the receiving authority by HPKE, in hexadecimal digits
 * @param conditions that limit its use at the sender's, and so at the receiver's; none in what was stored before they travelled
 */
public record OfferedExhibit(
        UUID transfer,
        String name,
        String mediaType,
        long size,
        String sha256,
        String root,
        URI address,
        String sealedKey,
        List<Condition> conditions)
        implements Offer {

    public OfferedExhibit {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        if (size < 0 || !sha256.matches("[0-9a-f]{64}") || !root.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "An exhibit that is offered has a size, and a digest and a root of 64 hexadecimal digits each.");
        }
    }

    /** What the key is sealed together with. */
    byte[] bound() {
        return "%s\n%d\n%s\n%s"
                .formatted(transfer, size, sha256, root)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
