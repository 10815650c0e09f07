package org.comity.node.forum.meeting;

import java.util.List;

/**
 * A document before a meeting.
 *
 * @param languages ISO 639-1 codes of the languages in which it is out; the first is the original
 */
public record MeetingDocument(String symbol, String title, Distribution distribution, List<String> languages) {

    public MeetingDocument {
        languages = List.copyOf(languages);
    }
}
