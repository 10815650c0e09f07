package org.comity.node.capacity.assessment;

/**
 * What a peer says of a dimension.
 *
 * @param level that the peer sees; 0 where they only comment
 * @param institution for which they speak
 * @param agreed whether the assessed State agrees to the level
 */
public record Review(
        String dimension, int level, String text, String by, String institution, String at, boolean agreed) {

    public Review agree() {
        return new Review(dimension, level, text, by, institution, at, true);
    }
}
