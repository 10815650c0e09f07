package org.comity.node.forum.meeting;

import java.util.List;

/**
 * Something that speakers said, without saying who: the rapporteur's note from which a summary is written. Who held it is
 * restricted.
 *
 * @param heading sub-theme under which the summary puts it; may be empty
 * @param holders who said it
 * @param text from the verb on, such as “stressed that cybercrime continued to increase”
 */
public record Point(String item, String heading, List<Party> holders, String text) {

    public Point {
        holders = List.copyOf(holders);
    }
}
