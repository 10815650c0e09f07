package org.comity.node.evidence.seal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.comity.node.evidence.seal.SealManifest.SealedName;

/**
 * Seals, stamps and renews with EU DSS. Signing needs nobody else; only the stamp asks an authority, and may come later. What
 * is signed is the manifest, so that a large file is read once, by whoever has its digest.
 */
public final class Sealer {

    private final SealKeys keys;
    private final UnaryOperator<byte[]> vouching;
    private final TimestampAuthority authority;
    private final Clock clock;

    Sealer(SealKeys keys, UnaryOperator<byte[]> vouching, TimestampAuthority authority, Clock clock) {
        this.keys = keys;
        this.vouching = vouching;
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * @param folder for the keys
     * @param node the certificate of the node's root
     * @param vouching signs with that root's key
     * @param authority that is asked for timestamps; without one, the node's own
     */
    public static Sealer of(
            Path folder, X509Certificate node, UnaryOperator<byte[]> vouching, Optional<URI> authority, Clock clock) {
        var keys = new SealKeys(folder, node, clock);
        return new Sealer(
                keys,
                vouching,
                authority
                        .<TimestampAuthority>map(AskedAuthority::new)
                        .orElseGet(() -> new LocalAuthority(keys::timestamp, clock)),
                clock);
    }

    /** Signed, not yet stamped (level B). */
    public Seal seal(List<SealedFile> files) {
        byte[] manifest = new SealManifest(new SealedName(Seal.SIGNATURE, Seal.SIGNATURE_TYPE), files).bytes();
        return new Seal(manifest, signing().cades(manifest), List.of());
    }

    /** With the authority's word on when the signature was there, and the root's on its keys at that time (level LT). */
    public Seal stamp(Seal seal) throws IOException {
        return new Seal(
                seal.manifest(),
                signing().extended(seal.manifest(), seal.signature(), authority, keys.revocations()),
                seal.renewals());
    }

    /** Stamps all that is there anew, before the last stamp's maker or its arithmetic is too old (level LTA). */
    public Seal renew(Seal seal) throws IOException {
        int at = seal.renewals().size();
        var files = new ArrayList<SealedFile>();
        // the newest renewal so far gets its number now
        var all = new Seal(seal.manifest(), seal.signature(), plus(seal.renewals(), new byte[0], new byte[0])).files();
        all.forEach((path, bytes) -> {
            if (bytes.length > 0) {
                files.add(new SealedFile(path, typeOf(path), Sha256.of(bytes)));
            }
        });
        files.addAll(SealManifest.read(seal.manifest()).files());
        byte[] manifest = new SealManifest(new SealedName(Seal.stampPath(at), Seal.STAMP_TYPE), files).bytes();
        byte[] stamp = authority.stamp(HexFormat.of().parseHex(Sha256.of(manifest)));
        return new Seal(seal.manifest(), seal.signature(), plus(seal.renewals(), manifest, stamp));
    }

    /** A PDF that carries its signature inside (PAdES, level B). */
    public byte[] signPdf(byte[] pdf) {
        return signing().pades(pdf);
    }

    /** Who stamps, as shown to a person. */
    public String authority() {
        return authority.name();
    }

    /** By which whoever trusts this node recognises its seals. */
    public X509Certificate root() {
        return keys.root();
    }

    /** The same as openssl reads it. */
    public String rootAsText() {
        return SealKeys.pem("CERTIFICATE", rootBytes());
    }

    /** The same in DER. */
    public byte[] rootBytes() {
        try {
            return keys.root().getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("A certificate that was read can be written.", impossible);
        }
    }

    /** The word of the node's root for the root of its seals, see {@link Vouched}. */
    public byte[] vouched() {
        return vouching.apply(Vouched.statement(keys.root()));
    }

    /** When the certificate of the newest timestamp ends. */
    public static Instant stampEnds(Seal seal) {
        return CheckingSeal.certificateOf(seal.renewals().getLast().stamp())
                .getNotAfter()
                .toInstant();
    }

    private Signing signing() {
        return new Signing(keys.seal(), clock.instant());
    }

    private static List<Seal.Renewal> plus(List<Seal.Renewal> before, byte[] manifest, byte[] stamp) {
        var all = new ArrayList<>(before);
        all.add(new Seal.Renewal(manifest, stamp));
        return all;
    }

    private static String typeOf(String path) {
        return path.endsWith(".xml")
                ? "application/xml"
                : path.endsWith(".tst") ? Seal.STAMP_TYPE : Seal.SIGNATURE_TYPE;
    }
}
