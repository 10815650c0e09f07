package org.comity.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A text with the signatures of one or more keys (c2sp.org/signed-note).
 *
 * @param text ends with a newline; ignore it until {@link #signedBy} says whose it is
 */
public record SignedNote(String text, List<Line> signatures) {

    /** The specification asks verifiers for at least 16 and for some limit. */
    private static final int MOST_SIGNATURES = 100;

    private static final int LONGEST_NOTE = 1 << 20;
    private static final String DASH = "— ";

    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new InvalidNote("A note's text ends with a newline.");
        }
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new InvalidNote("A note has no control characters other than newlines.");
        }
        signatures = List.copyOf(signatures);
    }

    public static SignedNote unsigned(String text) {
        return new SignedNote(text, List.of());
    }

    public static SignedNote parse(byte[] note) {
        if (note.length > LONGEST_NOTE) {
            throw new InvalidNote("A note of " + note.length + " bytes is too long.");
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new InvalidNote("The note is not UTF-8.");
        }
    }

    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
            throw new InvalidNote("The note has no signatures after a blank line.");
        }
        String[] lines = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new InvalidNote(
                    "The note has " + lines.length + " signatures; read are at most " + MOST_SIGNATURES + ".");
        }
        return new SignedNote(
                note.substring(0, blank + 1),
                Arrays.stream(lines).map(Line::parse).toList());
    }

    /**
     * Which of the known keys signed. Lines of unknown keys are ignored, as the specification asks.
     *
     * @throws InvalidNote if no known key signed, or a line that claims a known key does not verify
     */
    public List<NoteKey> signedBy(Collection<NoteKey> known) {
        List<NoteKey> signers = new ArrayList<>();
        for (NoteKey key : known) {
            List<Line> claimed = signatures.stream().filter(key::claims).toList();
            if (!claimed.stream().allMatch(line -> key.verifies(text, line))) {
                throw new InvalidNote("The signature of " + key.name() + " does not fit the text.");
            }
            if (!claimed.isEmpty()) {
                signers.add(key);
            }
        }
        if (signers.isEmpty()) {
            throw new InvalidNote("No known key has signed this note.");
        }
        return signers;
    }

    public SignedNote with(Line signature) {
        List<Line> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The note as it is published. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(line).append('\n'));
        return note.toString();
    }

    /** One signature: who claims to have signed with which key, and the signature's bytes. */
    public record Line(String name, int keyId, byte[] signature) {

        public Line {
            NoteKey.requireName(name);
            signature = signature.clone();
        }

        /** Reads a line without its newline, such as a witness answers with. */
        public static Line parse(String line) {
            String[] parts =
                    line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2) {
                throw new InvalidNote("\"" + line + "\" is not a signature line.");
            }
            byte[] signature = StrictBase64.decode(parts[1]);
            if (signature.length <= Integer.BYTES) {
                throw new InvalidNote("The signature line of " + parts[0] + " is too short.");
            }
            return new Line(
                    parts[0],
                    ByteBuffer.wrap(signature).getInt(),
                    Arrays.copyOfRange(signature, Integer.BYTES, signature.length));
        }

        @Override
        public byte[] signature() {
            return signature.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Line line
                    && name.equals(line.name)
                    && keyId == line.keyId
                    && Arrays.equals(signature, line.signature);
        }

        @Override
        public int hashCode() {
            return keyId;
        }

        @Override
        public String toString() {
            byte[] content = ByteBuffer.allocate(Integer.BYTES + signature.length)
                    .putInt(keyId)
                    .put(signature)
                    .array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(content);
        }
    }
}
