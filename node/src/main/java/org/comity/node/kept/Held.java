package org.comity.node.kept;

/**
 * A record and which version of it this is. @param version 0 for what came with the node and was not changed here
 */
public record Held<T>(T it, long version) {

    public boolean isShipped() {
        return version == 0;
    }
}
