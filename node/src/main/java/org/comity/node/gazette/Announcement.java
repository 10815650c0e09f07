package org.comity.node.gazette;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.ledger.InvalidNote;
import org.comity.ledger.NoteKey;
import org.comity.ledger.NoteSigner;
import org.comity.ledger.SignedNote;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of a gazette: a signed note (c2sp.org/signed-note) whose text is one line of JSON, so that it can be believed
 * wherever it is copied to.
 *
 * @param id given by the publisher; an entry that a rebuilt log brings again has the same
 * @param kind as a token, since later versions may bring more
 * @param party who publishes it
 * @param title one line for people, in the publisher's language
 * @param content by the kind: values that JSON can carry
 */
public record Announcement(UUID id, String kind, String party, Instant at, String title, Map<String, Object> content) {

    /** An entry of a tiled log has at most 65,535 bytes; some are for the frame and the signature. */
    static final int MOST_BYTES = 60_000;

    static final int LONGEST_TITLE = 200;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    public Announcement {
        title = title.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new InvalidNote("An announcement has a title of at most " + LONGEST_TITLE + " characters.");
        }
        content = Map.copyOf(content);
    }

    /** Empty for what only a later version understands. */
    public Optional<AnnouncementKind> known() {
        return AnnouncementKind.of(kind);
    }

    /** A text of the content; empty if it has none under this name. */
    public String text(String name) {
        return content.get(name) instanceof String text ? text : "";
    }

    SignedNote signedBy(NoteSigner signer) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id.toString());
        line.put("kind", kind);
        line.put("party", party);
        line.put("at", at.toString());
        line.put("title", title);
        line.put("content", content);
        String text = JSON.writeValueAsString(line);
        return signer.sign(SignedNote.unsigned(text + "\n"));
    }

    /**
     * Reads an entry of a gazette.
     *
     * @throws InvalidNote if the gazette's key did not sign it, or it is no announcement
     */
    static Announcement open(byte[] entry, NoteKey publisher) {
        SignedNote note = SignedNote.parse(entry);
        note.signedBy(List.of(publisher));
        return read(note.text());
    }

    /** Reads the text of a note whose signature was looked at. */
    static Announcement read(String text) {
        try {
            Map<String, Object> line = JSON.readValue(text, OBJECT);
            return new Announcement(
                    UUID.fromString(string(line, "id")),
                    string(line, "kind"),
                    string(line, "party"),
                    Instant.parse(string(line, "at")),
                    string(line, "title"),
                    content(line));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new InvalidNote("no announcement");
        }
    }

    private static String string(Map<String, Object> line, String name) {
        if (line.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name);
    }

    private static Map<String, Object> content(Map<String, Object> line) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (line.get("content") instanceof Map<?, ?> told) {
            told.forEach((name, value) -> {
                if (value != null) {
                    content.put(String.valueOf(name), value);
                }
            });
        }
        return content;
    }
}
