package org.comity.hi1;

/** The format of an identifier: who defined it and its name. */
public record FormatType(String owner, String name) {

    public FormatType {
        Text.shortString("format owner", owner);
        Text.shortString("format name", name);
    }
}
