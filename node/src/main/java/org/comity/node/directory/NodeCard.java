package org.comity.node.directory;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.comity.node.frame.Said;

/**
 * What a node tells its peers about itself, signed by its root key. Whoever holds the card can reach the node, seal
 * messages to it and know its signature; whether the card really comes from that authority is settled by comparing the
 * {@link #fingerprint()} by telephone.
 *
 * @param state ISO 3166-1 alpha-2
 * @param exercise true for a node that only takes part in exercises; such nodes and real ones never mix
 * @param url where the node answers; its parts have fixed paths below
 * @param hi1 where the node takes HI-1 (ETSI TS 103 120 over HTTPS); empty when it takes none, or at the usual port
 * @param languages ISO 639-1 codes in which the organisation accepts requests, preferred first
 */
public record NodeCard(
        PartyId party,
        String state,
        String organisation,
        Set<NodeFunction> functions,
        URI url,
        Optional<URI> hi1,
        List<String> languages,
        boolean exercise,
        X509Certificate root,
        X509Certificate signing,
        X509Certificate encryption,
        Instant issuedAt,
        byte[] signature) {

    static final int MOST_BYTES = 32 * 1024;
    static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 500;
    private static final int MOST_LANGUAGES = 20;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    public NodeCard {
        functions = Set.copyOf(functions);
        languages = List.copyOf(languages);
        requireText("organisation", organisation, LONGEST_NAME);
        requireUrl(url);
        hi1.ifPresent(NodeCard::requireHi1);
        if (!state.equals(party.state())) {
            throw new CardRefused(Said.of("directory.refused.state", state, party.value(), party.state()));
        }
        requireWords(functions, languages);
    }

    /** What the operator decides about a card; keys and signature are added by {@link #issue}. */
    public record Particulars(
            PartyId party,
            String organisation,
            Set<NodeFunction> functions,
            URI url,
            Optional<URI> hi1,
            List<String> languages,
            boolean exercise) {

        public Particulars {
            functions = Set.copyOf(functions);
            languages = List.copyOf(languages);
        }

        /** Of a node that takes no HI-1. */
        public Particulars(
                PartyId party,
                String organisation,
                Set<NodeFunction> functions,
                URI url,
                List<String> languages,
                boolean exercise) {
            this(party, organisation, functions, url, Optional.empty(), languages, exercise);
        }

        /** @throws CardRefused when no card could say this */
        void require() {
            requireText("organisation", organisation, LONGEST_NAME);
            requireUrl(url);
            hi1.ifPresent(NodeCard::requireHi1);
            requireWords(functions, languages);
        }
    }

    /** Writes and signs a card. */
    public static NodeCard issue(Particulars particulars, NodeKeys keys, Clock clock) {
        NodeCard unsigned = new NodeCard(
                particulars.party(),
                particulars.party().state(),
                particulars.organisation(),
                particulars.functions(),
                particulars.url(),
                particulars.hi1(),
                particulars.languages(),
                particulars.exercise(),
                keys.rootCertificate(),
                keys.signingCertificate(),
                keys.encryptionCertificate(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                new byte[0]);
        NodeCard card = unsigned.signed(keys.signAsRoot(CardFormat.statement(unsigned)));
        card.verify(clock);
        return card;
    }

    /**
     * Reads a card that someone handed over, and refuses it unless it holds together: the signature, the certificates
     * and what it says about itself.
     */
    public static NodeCard read(byte[] bytes, Clock clock) {
        if (bytes.length > MOST_BYTES) {
            throw new CardRefused(Said.of("directory.refused.too-large", bytes.length, MOST_BYTES));
        }
        NodeCard card = CardFormat.read(bytes);
        card.verify(clock);
        return card;
    }

    /** The card as a file to hand over. */
    public byte[] bytes() {
        return CardFormat.write(this);
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(root);
    }

    /** Where the node takes AS4 messages. */
    public URI as4Endpoint() {
        return URI.create(url + "/as4");
    }

    boolean says(Particulars particulars) {
        return particulars.equals(new Particulars(party, organisation, functions, url, hi1, languages, exercise));
    }

    private NodeCard signed(byte[] value) {
        return new NodeCard(
                party,
                state,
                organisation,
                functions,
                url,
                hi1,
                languages,
                exercise,
                root,
                signing,
                encryption,
                issuedAt,
                value);
    }

    private void verify(Clock clock) {
        Instant now = clock.instant();
        if (issuedAt.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new CardRefused(Said.of("directory.refused.future", issuedAt));
        }
        belongs(root, "root", "EdDSA", "Ed25519", now);
        belongs(signing, "signing", "EdDSA", "Ed25519", now);
        belongs(encryption, "encryption", "XDH", "X25519", now);
        if (root.getBasicConstraints() < 0) {
            throw new CardRefused(Said.of("directory.refused.no-root"));
        }
        issuedByRoot(root, "root");
        issuedByRoot(signing, "signing");
        issuedByRoot(encryption, "encryption");
        if (!verifies(root.getPublicKey(), CardFormat.statement(this), signature)) {
            throw new CardRefused(Said.of("directory.refused.signature", party.value()));
        }
    }

    private void belongs(X509Certificate certificate, String unit, String family, String curve, Instant now) {
        if (!Certificates.party(certificate).equals(party.value())) {
            throw new CardRefused(
                    Said.of("directory.refused.issued-for", party.value(), unit, Certificates.party(certificate)));
        }
        if (!Certificates.unit(certificate).equals(unit)) {
            throw new CardRefused(Said.of("directory.refused.use", unit, Certificates.unit(certificate)));
        }
        String algorithm = certificate.getPublicKey().getAlgorithm();
        if (!algorithm.equals(family) && !algorithm.equals(curve)) {
            throw new CardRefused(Said.of("directory.refused.key", unit, curve, algorithm));
        }
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateException e) {
            throw new CardRefused(
                    Said.of(
                            "directory.refused.not-now",
                            unit,
                            party.value(),
                            certificate.getNotBefore().toInstant(),
                            certificate.getNotAfter().toInstant()),
                    e);
        }
    }

    private void issuedByRoot(X509Certificate certificate, String unit) {
        try {
            certificate.verify(root.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new CardRefused(Said.of("directory.refused.foreign", unit), e);
        }
        if (!certificate.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
            throw new CardRefused(Said.of("directory.refused.issuer", unit));
        }
    }

    private static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void requireText(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new CardRefused(Said.of("directory.refused.length", what, longest));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new CardRefused(Said.of("directory.refused.control", what));
        }
    }

    private static void requireWords(Set<NodeFunction> functions, List<String> languages) {
        if (functions.isEmpty()) {
            throw new CardRefused(Said.of("directory.refused.no-function"));
        }
        if (languages.isEmpty() || languages.size() > MOST_LANGUAGES) {
            throw new CardRefused(Said.of("directory.refused.languages", MOST_LANGUAGES));
        }
        for (String language : languages) {
            if (!language.matches("[a-z]{2}")) {
                throw new CardRefused(Said.of("directory.refused.language", language));
            }
        }
    }

    /** Plain HTTP is for nodes on one machine (demonstrations, tests); everything else needs TLS. */
    private static void requireUrl(URI url) {
        String text = url.toString();
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost() == null ? "" : url.getHost();
        boolean loopback = host.equals("127.0.0.1") || host.equals("[::1]") || host.equals("localhost");
        if (host.isEmpty()
                || text.length() > LONGEST_URL
                || text.endsWith("/")
                || url.getUserInfo() != null
                || url.getQuery() != null
                || url.getFragment() != null
                || !(scheme.equals("https") || (scheme.equals("http") && loopback))) {
            throw new CardRefused(Said.of("directory.refused.address", text));
        }
    }

    /** Without the caller's certificate nobody is known there, so never in clear, not even on one machine. */
    private static void requireHi1(URI url) {
        String text = url.toString();
        if (!"https".equalsIgnoreCase(url.getScheme())
                || url.getHost() == null
                || text.length() > LONGEST_URL
                || url.getUserInfo() != null
                || url.getQuery() != null
                || url.getFragment() != null) {
            throw new CardRefused(Said.of("directory.refused.hi1-address", text));
        }
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written.", e);
        }
    }

    /** Two cards are the same when they say and sign the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NodeCard card
                && Base64.getEncoder()
                        .encodeToString(bytes())
                        .equals(Base64.getEncoder().encodeToString(card.bytes()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(party, issuedAt);
    }
}
