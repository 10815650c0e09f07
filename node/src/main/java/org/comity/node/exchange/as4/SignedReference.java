package org.comity.node.exchange.as4;

import com.helger.xsds.xmldsig.ReferenceType;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One part of a message under its signature: where it is and its SHA-256 digest. A receipt repeats these, and thereby
 * says what exactly was received (ebBP non-repudiation information, AS4 §5.1.8).
 *
 * @param digest in base 64
 */
public record SignedReference(String uri, String digest) {

    static SignedReference of(ReferenceType reference) {
        Object value = reference.getDigestValue();
        String uri = reference.getURI();
        String algorithm = reference.getDigestMethod() == null
                ? ""
                : reference.getDigestMethod().getAlgorithm();
        if (!(value instanceof byte[] digest)
                || uri == null
                || !As4.DIGEST.getAlgorithmURI().equals(algorithm)) {
            throw new Refusal(
                    Refusal.Reason.FOREIGN_PROFILE, "Every signed part needs a SHA-256 digest and an address.");
        }
        return new SignedReference(uri, Base64.getEncoder().encodeToString(digest));
    }

    static Set<SignedReference> all(Collection<ReferenceType> references) {
        return references.stream().map(SignedReference::of).collect(Collectors.toUnmodifiableSet());
    }

    /** One reference a line, sorted, for keeping. */
    public static String lines(Set<SignedReference> references) {
        return references.stream()
                .map(reference -> reference.digest() + " " + reference.uri())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    public static Set<SignedReference> parse(String lines) {
        return lines.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new SignedReference(parts[1], parts[0]))
                .collect(Collectors.toUnmodifiableSet());
    }
}
