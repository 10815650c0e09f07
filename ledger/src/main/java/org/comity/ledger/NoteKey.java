package org.comity.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key under the name it signs with (c2sp.org/signed-note). Name and key id together tell which key made a
 * signature line, and of which kind it is.
 */
public record NoteKey(String name, Kind kind, byte[] publicKey) {

    /** What a signature says; its byte is part of the key id, so that the same key in two uses is never confused. */
    public enum Kind {
        /** Signs the note's text. */
        ED25519(0x01),
        /** A witness's timestamped statement that a log only grew (c2sp.org/tlog-cosignature). */
        COSIGNATURE(0x04);

        private final byte identifier;

        Kind(int identifier) {
            this.identifier = (byte) identifier;
        }
    }

    public NoteKey {
        requireName(name);
        if (publicKey.length != Ed25519.KEY_LENGTH) {
            throw new InvalidNote("An Ed25519 key has 32 bytes, not " + publicKey.length + ".");
        }
        publicKey = publicKey.clone();
    }

    public static NoteKey of(String name, PublicKey key) {
        return new NoteKey(name, Kind.ED25519, Ed25519.encode(key));
    }

    public static NoteKey ofWitness(String name, PublicKey key) {
        return new NoteKey(name, Kind.COSIGNATURE, Ed25519.encode(key));
    }

    /** Reads {@code name+id+key}, the form in which keys are handed to verifiers. */
    public static NoteKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new InvalidNote("A verifier key is written name+id+key, not \"" + text + "\".");
        }
        byte[] material = StrictBase64.decode(parts[2]);
        if (material.length != 1 + Ed25519.KEY_LENGTH) {
            throw new InvalidNote("The verifier key of " + parts[0] + " does not have the length of an Ed25519 key.");
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.identifier == material[0])
                .findAny()
                .orElseThrow(() -> new InvalidNote(
                        "The verifier key of " + parts[0] + " is of unknown kind " + material[0] + "."));
        NoteKey key = new NoteKey(parts[0], kind, Arrays.copyOfRange(material, 1, material.length));
        if (!key.idAsHex().equals(parts[1])) {
            throw new InvalidNote("The verifier key of " + parts[0] + " has id " + key.idAsHex() + ", not " + parts[1]
                    + ": it was copied wrongly.");
        }
        return key;
    }

    /** First four bytes of SHA-256(name ‖ newline ‖ kind ‖ key). */
    public int id() {
        MessageDigest digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(kind.identifier);
        byte[] hash = digest.digest(publicKey);
        return HexFormat.fromHexDigits(HexFormat.of().formatHex(hash, 0, Integer.BYTES));
    }

    /** Whether this key made the signature line over the text. */
    boolean verifies(String text, SignedNote.Line line) {
        return switch (kind) {
            case ED25519 ->
                line.signature().length == Ed25519.SIGNATURE_LENGTH
                        && Ed25519.verify(publicKey, text.getBytes(StandardCharsets.UTF_8), line.signature());
            case COSIGNATURE ->
                Cosignature.read(line.signature())
                        .filter(cosignature -> cosignature.verifies(publicKey, text))
                        .isPresent();
        };
    }

    boolean claims(SignedNote.Line line) {
        return line.keyId() == id() && line.name().equals(name);
    }

    private String idAsHex() {
        return HexFormat.of().toHexDigits(id());
    }

    static void requireName(String name) {
        boolean bad = name.isEmpty()
                || name.chars()
                        .anyMatch(c -> c < 0x20 || c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c));
        if (bad) {
            throw new InvalidNote("\"" + name + "\" cannot name a key: write no spaces and no plus sign, such as"
                    + " example.org/journal.");
        }
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key
                && name.equals(key.name)
                && kind == key.kind
                && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return id();
    }

    @Override
    public String toString() {
        byte[] material = new byte[1 + publicKey.length];
        material[0] = kind.identifier;
        System.arraycopy(publicKey, 0, material, 1, publicKey.length);
        return name + "+" + idAsHex() + "+" + Base64.getEncoder().encodeToString(material);
    }
}
