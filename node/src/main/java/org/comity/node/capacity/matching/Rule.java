package org.comity.node.capacity.matching;

import java.util.Locale;

/** What counts when help is matched with a need. All of them together are 100 points; an overlap takes points away. */
public enum Rule {
    /** In parts: as many of the themes as are covered. Without one in common nothing is matched. */
    THEME(40),
    /** Named State 15, region 10, everybody 5. What is for others is not matched. */
    REACH(15),
    FORM(10),
    LANGUAGE(10),
    TIME(5),
    /** It is about legislation, and the law of the State lacks what the need names. */
    LAW_GAP(10),
    /** What was measured to be slow is what it would make faster. */
    DELAY(10),
    /** A project that runs for the State already does it: 30 where it names the State, 15 where it names its region or everybody. */
    OVERLAP(-30);

    private final int points;

    Rule(int points) {
        this.points = points;
    }

    public int points() {
        return points;
    }

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
