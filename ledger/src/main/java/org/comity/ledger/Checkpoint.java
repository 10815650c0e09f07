package org.comity.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log commits to when it signs: so many entries, and this root (c2sp.org/tlog-checkpoint).
 *
 * @param origin names the log, by preference as a URL without its scheme
 * @param extensions further lines; empty in logs of this project, since monitors cannot audit them
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    public Checkpoint {
        if (origin.isEmpty() || origin.contains("\n")) {
            throw new InvalidNote("A checkpoint's origin is one line that is not empty.");
        }
        if (size < 0) {
            throw new InvalidNote("A checkpoint cannot have " + size + " entries.");
        }
        if (extensions.stream().anyMatch(line -> line.isEmpty() || line.contains("\n"))) {
            throw new InvalidNote("A checkpoint's extension lines are not empty.");
        }
        extensions = List.copyOf(extensions);
    }

    public static Checkpoint of(String origin, long size, Hash root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    /** Reads a note's text; says nothing about who signed it. */
    public static Checkpoint parse(String text) {
        List<String> lines = text.endsWith("\n")
                ? Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1))
                : List.of();
        if (lines.size() < 3) {
            throw new InvalidNote("A checkpoint has at least three lines: origin, size and root.");
        }
        byte[] root = StrictBase64.decode(lines.get(2));
        if (root.length != Hash.LENGTH) {
            throw new InvalidNote("A checkpoint's root has " + Hash.LENGTH + " bytes, not " + root.length + ".");
        }
        return new Checkpoint(lines.getFirst(), size(lines.get(1)), new Hash(root), lines.subList(3, lines.size()));
    }

    /**
     * Reads a signed checkpoint of a log whose key is known.
     *
     * @throws InvalidNote if it is not signed by that key or is about another log
     */
    public static Checkpoint open(SignedNote note, String origin, NoteKey logKey) {
        note.signedBy(List.of(logKey));
        Checkpoint checkpoint = parse(note.text());
        if (!checkpoint.origin.equals(origin)) {
            throw new InvalidNote("The checkpoint is about " + checkpoint.origin + ", not " + origin + ".");
        }
        return checkpoint;
    }

    private static long size(String text) {
        try {
            if (DECIMAL.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            // 19 digits may still exceed a long
        }
        throw new InvalidNote("\"" + text + "\" is not a checkpoint's size.");
    }

    public SignedNote signedBy(NoteSigner signer) {
        return signer.sign(SignedNote.unsigned(text()));
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin + "\n" + size + "\n" + root.base64() + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
