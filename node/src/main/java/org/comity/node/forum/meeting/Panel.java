package org.comity.node.forum.meeting;

import java.util.List;

/**
 * Who opens the discussion of an item.
 *
 * @param panellists States or institutions
 * @param moderator office or institution; may be empty
 */
public record Panel(String item, String theme, String moderator, List<String> panellists) {

    public Panel {
        panellists = List.copyOf(panellists);
    }
}
