package org.comity.node.evidence;

import org.comity.node.frame.Said;

/** One thing that was checked of a file that somebody was given, in plain words. */
public record Checked(Standing standing, Said said) {

    /** How it stands with it. */
    public enum Standing {
        HOLDS,
        FAILS,
        /** Nothing is wrong, but something remains for the person. */
        OPEN
    }

    public static Checked holds(String key, Object... about) {
        return new Checked(Standing.HOLDS, Said.of(key, about));
    }

    public static Checked fails(String key, Object... about) {
        return new Checked(Standing.FAILS, Said.of(key, about));
    }

    public static Checked open(String key, Object... about) {
        return new Checked(Standing.OPEN, Said.of(key, about));
    }
}
