package org.comity.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log sends to a witness: a checkpoint, and the proof that it grew from the one that this witness cosigned last
 * (c2sp.org/tlog-witness, "add-checkpoint").
 *
 * @param old size of the checkpoint that the witness cosigned last; 0 for a witness that has none yet
 * @param proof of consistency from there; empty from 0 and when nothing was added
 */
public record AddCheckpoint(long old, List<Hash> proof, SignedNote note) {

    /** The specification's own limit: a tree cannot need more. */
    private static final int LONGEST_PROOF = 63;

    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (proof.size() > LONGEST_PROOF) {
            throw new InvalidProof("No proof has " + proof.size() + " hashes.");
        }
        if (old < 0 || (old == 0 && !proof.isEmpty())) {
            throw new InvalidProof("Nothing is proved from " + old + " entries.");
        }
    }

    /** @param log proves that it grew from the old size */
    public static AddCheckpoint of(long old, SignedNote note, Subtrees log) {
        long size = Checkpoint.parse(note.text()).size();
        return new AddCheckpoint(
                old, old == 0 ? List.of() : ConsistencyProof.of(old, size, log).path(), note);
    }

    /** Reads a request's body. */
    public static AddCheckpoint parse(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new InvalidNote("The checkpoint after the proof is missing.");
        }
        String[] lines = text.substring(0, blank).split("\n", -1);
        Matcher old = OLD.matcher(lines[0]);
        if (!old.matches()) {
            throw new InvalidNote("\"" + lines[0] + "\" does not say which size was cosigned last.");
        }
        if (lines.length - 1 > LONGEST_PROOF) {
            throw new InvalidProof("No proof has " + (lines.length - 1) + " hashes.");
        }
        List<Hash> proof = new ArrayList<>();
        for (int line = 1; line < lines.length; line++) {
            byte[] hash = StrictBase64.decode(lines[line]);
            if (hash.length != Hash.LENGTH) {
                throw new InvalidNote("A hash of the proof has " + hash.length + " bytes.");
            }
            proof.add(new Hash(hash));
        }
        return new AddCheckpoint(Long.parseLong(old.group(1)), proof, SignedNote.parse(text.substring(blank + 2)));
    }

    public byte[] bytes() {
        StringBuilder body = new StringBuilder("old " + old + "\n");
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(note).toString().getBytes(StandardCharsets.UTF_8);
    }
}
