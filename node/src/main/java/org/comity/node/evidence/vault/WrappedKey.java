package org.comity.node.evidence.vault;

import java.util.Arrays;

/**
 * A content's key, encrypted with one of the node's.
 *
 * @param under the number of the node's key
 * @param bytes nonce, encrypted key and tag
 */
public record WrappedKey(int under, byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedKey that && under == that.under && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "WrappedKey under " + under;
    }
}
