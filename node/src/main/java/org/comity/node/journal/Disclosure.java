package org.comity.node.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.Hash;
import org.comity.ledger.InclusionProof;
import org.comity.ledger.InvalidNote;
import org.comity.ledger.NoteKey;
import org.comity.ledger.SignedNote;
import org.comity.ledger.Witness;
import org.comity.node.frame.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of a journal and all that shows that it stands there, as a small file for somebody who has nothing else: no other
 * entry, no node, no network.
 *
 * @param kind names this format
 * @param statement what the tree holds of the entry, to the letter
 * @param salt hexadecimal; absent where the details are withheld or erased
 * @param details as the salt and the commitment in the statement bind them
 * @param path hexadecimal hashes from the entry up to the root (RFC 9162 §2.1.3)
 * @param checkpoint signed note, with the cosignatures of witnesses
 * @param journal verifier key of the journal (c2sp.org/signed-note)
 * @param witnesses verifier keys of those who cosigned
 */
public record Disclosure(
        String kind,
        String statement,
        @Nullable String salt,
        @Nullable String details,
        long index,
        long size,
        List<String> path,
        String checkpoint,
        String journal,
        List<String> witnesses) {

    public static final String KIND = "comity-journal-entry/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public Disclosure {
        path = List.copyOf(path);
        witnesses = List.copyOf(witnesses);
    }

    /** Something that was checked. */
    public record Finding(boolean holds, Said said) {}

    /** The file is not what it says it is; nothing in it can be checked. */
    public static final class Unreadable extends RuntimeException {

        private final transient Said said;

        Unreadable(Said said) {
            super(said.inEnglish());
            this.said = said;
        }

        public Said said() {
            return said;
        }
    }

    static Disclosure of(
            ProvenEntry proven, boolean withDetails, SignedNote note, NoteKey key, List<NoteKey> witnesses) {
        Entry entry = proven.entry();
        Optional<Details.Kept> shown =
                entry.details() instanceof Details.Kept kept && withDetails ? Optional.of(kept) : Optional.empty();
        return new Disclosure(
                KIND,
                new String(entry.statement(), StandardCharsets.UTF_8),
                shown.map(kept -> HexFormat.of().formatHex(kept.salt())).orElse(null),
                shown.map(kept -> CanonicalJson.canonical(kept.json())).orElse(null),
                proven.proof().index(),
                proven.proof().size(),
                proven.proof().path().stream().map(Hash::hex).toList(),
                note.toString(),
                key.toString(),
                witnesses.stream().map(NoteKey::toString).toList());
    }

    /** @throws Unreadable if it is no such file */
    public static Disclosure read(byte[] file) {
        try {
            @Nullable Disclosure read = JSON.readValue(file, Disclosure.class);
            if (read == null
                    || Stream.of(read.kind, read.statement, read.checkpoint, read.journal)
                            .anyMatch(Objects::isNull)) {
                throw new Unreadable(Said.of("journal.wrong.unreadable"));
            }
            if (!KIND.equals(read.kind)) {
                throw new Unreadable(Said.of("journal.wrong.kind", String.valueOf(read.kind), KIND));
            }
            return read;
        } catch (JacksonException e) {
            throw new Unreadable(Said.of("journal.wrong.unreadable"));
        }
    }

    public byte[] bytes() {
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    public String fileName() {
        return "journal-entry-" + index + ".comity-proof.json";
    }

    /** What the entry says happened, in one sentence; believe it only when every finding holds. */
    public Said tells() {
        Map<String, Object> said = read(statement);
        return Said.of(
                "journal.disclosure.tells",
                text(said, "happenedAt"),
                text(said, "actor"),
                text(said, "what").replace('-', ' '),
                text(said, "subject"));
    }

    String subject() {
        return text(read(statement), "subject");
    }

    String what() {
        return text(read(statement), "what");
    }

    /** The facts of the step; empty if the file withholds them. */
    public Map<String, Object> facts() {
        return details == null ? Map.of() : read(details);
    }

    public NoteKey journalKey() {
        return key(journal);
    }

    public List<NoteKey> witnessKeys() {
        return witnesses.stream().map(Disclosure::key).toList();
    }

    /**
     * Checks all that can be checked from the file alone. Whether the keys are those of the parties that they name is for
     * whoever holds the parties' cards.
     */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        SignedNote note = note();
        findings.add(signed(note));
        findings.add(included());
        findings.add(detailsAreThose());
        witnessKeys().forEach(witness -> findings.add(cosigned(note, witness)));
        return findings;
    }

    private Finding signed(SignedNote note) {
        NoteKey key = journalKey();
        try {
            Checkpoint signed = Checkpoint.open(note, key.name(), key);
            return new Finding(true, Said.of("journal.disclosure.signed", key.name(), signed.size()));
        } catch (InvalidNote e) {
            return new Finding(false, Said.of("journal.disclosure.unsigned", key.name()));
        }
    }

    private Finding included() {
        boolean holds;
        try {
            Checkpoint signed = Checkpoint.parse(note().text());
            InclusionProof proof = new InclusionProof(
                    index, size, path.stream().map(Hash::fromHex).toList());
            holds = signed.size() == size
                    && String.valueOf(index).equals(text(read(statement), "position"))
                    && proof.proves(Hash.ofLeaf(statement.getBytes(StandardCharsets.UTF_8)), signed.root());
        } catch (IllegalArgumentException e) {
            holds = false;
        }
        return new Finding(
                holds,
                holds
                        ? Said.of("journal.disclosure.included", index, size)
                        : Said.of("journal.disclosure.not-included", index, size));
    }

    private Finding detailsAreThose() {
        if (salt == null && details == null) {
            return new Finding(true, Said.of("journal.disclosure.withheld"));
        }
        boolean holds;
        try {
            holds = salt != null
                    && details != null
                    && Arrays.equals(
                            new Details.Kept(details, HexFormat.of().parseHex(salt)).commitment(),
                            HexFormat.of().parseHex(text(read(statement), "commitment")));
        } catch (IllegalArgumentException | JacksonException e) {
            holds = false;
        }
        return new Finding(
                holds, holds ? Said.of("journal.disclosure.details") : Said.of("journal.disclosure.other-details"));
    }

    private static Finding cosigned(SignedNote note, NoteKey witness) {
        try {
            Optional<Instant> at = Witness.cosignedAt(note, witness);
            if (at.isPresent()) {
                return new Finding(
                        true,
                        Said.of(
                                "journal.disclosure.cosigned",
                                witness.name(),
                                at.get().toString()));
            }
        } catch (InvalidNote e) {
            // said below
        }
        return new Finding(false, Said.of("journal.disclosure.not-cosigned", witness.name()));
    }

    private SignedNote note() {
        try {
            return SignedNote.parse(checkpoint);
        } catch (InvalidNote e) {
            throw new Unreadable(Said.of("journal.wrong.checkpoint"));
        }
    }

    private static NoteKey key(String text) {
        try {
            return NoteKey.parse(text);
        } catch (InvalidNote e) {
            throw new Unreadable(Said.of("journal.wrong.key"));
        }
    }

    private static Map<String, Object> read(String json) {
        try {
            return CanonicalJson.read(json);
        } catch (JacksonException e) {
            throw new Unreadable(Said.of("journal.wrong.unreadable"));
        }
    }

    private static String text(Map<String, Object> said, String name) {
        return String.valueOf(said.get(name));
    }
}
