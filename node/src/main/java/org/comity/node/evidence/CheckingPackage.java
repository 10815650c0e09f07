package org.comity.node.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.comity.node.directory.CardRefused;
import org.comity.node.directory.Fingerprint;
import org.comity.node.directory.NodeCard;
import org.comity.node.evidence.court.PackageManifest;
import org.comity.node.evidence.seal.CheckingSeal;
import org.comity.node.evidence.seal.Sha256;
import org.comity.node.evidence.seal.Vouched;
import org.comity.node.frame.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Checks a package for a court without a node and without a network, and says all that holds and all that does not. Nothing in
 * the file is believed before its check: what it tells is true only if no finding fails.
 */
public final class CheckingPackage {

    private static final String SEAL_FOLDER = "META-INF/";
    private static final String CARD = "node-card.json";
    private static final String SUMS = "SHA256SUMS";

    /** Of a file beside the exhibits; a longer one is not of this program. */
    private static final int LONGEST = 32 << 20;

    private final Path file;
    private final Optional<NodeCard> expected;
    private final Clock clock;
    private final Map<String, String> digests = new TreeMap<>();
    private final List<Container.Entry> entries = new ArrayList<>();
    private final Map<String, byte[]> beside = new LinkedHashMap<>();
    private final List<Checked> findings = new ArrayList<>();

    /** What came of it. @param tells in one sentence, true only if nothing fails */
    public record Verdict(Said tells, List<Checked> findings) {
        public Verdict {
            findings = List.copyOf(findings);
        }
    }

    private CheckingPackage(Path file, Optional<NodeCard> expected, Clock clock) {
        this.file = file;
        this.expected = expected;
        this.clock = clock;
    }

    /** Whether the file begins as a container of sealed files does. */
    public static boolean claims(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(512), StandardCharsets.ISO_8859_1).contains("asic-e");
        }
    }

    /** @param expected the card of the party whose package it should be, if the person has it */
    public static Verdict check(Path file, Optional<NodeCard> expected, Clock clock) {
        var checking = new CheckingPackage(file, expected, clock);
        try {
            return checking.check();
        } catch (RuntimeException garbled) { // nothing that somebody wrote into a file may stop the check of it
            return checking.torn("evidence.verify.garbled");
        }
    }

    private Verdict check() {
        try {
            read();
        } catch (IOException | IllegalArgumentException damaged) {
            return torn("evidence.verify.container-damaged");
        }
        PackageManifest manifest = manifest();
        if (manifest == null) {
            return torn("evidence.verify.no-package");
        }
        NodeCard card = card(manifest);
        X509Certificate sealRoot = sealRoot(manifest);
        if (card == null || sealRoot == null) {
            return torn("evidence.verify.no-node");
        }
        findings.add(
                Vouched.by(card.root(), sealRoot, manifest.vouched())
                        ? Checked.holds(
                                "evidence.verify.vouched",
                                card.organisation(),
                                card.fingerprint().toString())
                        : Checked.fails("evidence.verify.not-vouched", card.organisation()));
        whose(card);
        var seal = new CheckingSeal(sealParts(), digests, sealRoot, clock);
        findings.addAll(seal.check());
        listed(manifest);
        frame(manifest);
        var custody = new CheckingCustody(
                manifest, card, beside, digests, seal.stamped().orElse(clock.instant()));
        findings.addAll(custody.check());
        if (manifest.exercise()) {
            findings.add(Checked.open("evidence.verify.exercise"));
        }
        return new Verdict(
                Said.of(
                        "evidence.verify.tells",
                        manifest.mark(),
                        manifest.exhibits().size(),
                        manifest.about(),
                        card.organisation(),
                        manifest.recipient(),
                        manifest.purpose(),
                        manifest.madeAt()),
                findings);
    }

    private Verdict torn(String key) {
        findings.add(Checked.fails(key));
        return new Verdict(Said.of("evidence.verify.tells-nothing"), findings);
    }

    /** By the directory at its end, as every program that unpacks it does. One pass over all contents. */
    private void read() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String path = entry.getName();
                if (path.equals(Container.TYPE_PATH)) {
                    continue;
                }
                if (digests.containsKey(path) || beside.containsKey(path)) {
                    findings.add(Checked.fails("evidence.verify.twice", path));
                }
                entries.add(new Container.Entry(path, entry.getSize(), entry.getCrc()));
                try (InputStream in = zip.getInputStream(entry)) {
                    read(path, entry.getCrc(), in);
                } catch (IOException damaged) {
                    findings.add(Checked.fails("evidence.verify.entry-damaged", path));
                    digests.put(path, "");
                }
            }
        }
    }

    private void read(String path, long crc, InputStream in) throws IOException {
        MessageDigest digest = Sha256.fresh();
        var summed = new CheckedInputStream(new DigestInputStream(in, digest), new CRC32());
        if (!path.startsWith("exhibits/")) {
            beside.put(path, summed.readNBytes(LONGEST));
        }
        summed.transferTo(OutputStream.nullOutputStream());
        if (!path.startsWith(SEAL_FOLDER)) {
            digests.put(path, HexFormat.of().formatHex(digest.digest()));
        }
        if (summed.getChecksum().getValue() != crc) {
            findings.add(Checked.fails("evidence.verify.entry-damaged", path));
        }
    }

    /** What lies between the contents says nothing of its own: it follows from them, to the byte. */
    private void frame(PackageManifest manifest) {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long stray = new Container(entries, Instant.parse(manifest.madeAt()))
                    .strayByte(
                            (from, count) -> {
                                byte[] read = new byte[(int) Math.max(0, Math.min(count, in.length() - from))];
                                in.seek(from);
                                in.readFully(read);
                                return read;
                            },
                            in.length());
            findings.add(
                    stray < 0
                            ? Checked.holds("evidence.verify.frame")
                            : Checked.fails("evidence.verify.stray-byte", stray));
        } catch (IOException | DateTimeException garbled) {
            findings.add(Checked.fails("evidence.verify.container-damaged"));
        }
    }

    private Map<String, byte[]> sealParts() {
        var parts = new LinkedHashMap<>(beside);
        parts.keySet().removeIf(path -> !path.startsWith(SEAL_FOLDER));
        return parts;
    }

    private @Nullable PackageManifest manifest() {
        byte[] bytes = beside.get(PackageManifest.PATH);
        try {
            if (bytes == null) {
                return null;
            }
            PackageManifest manifest = PackageManifest.read(bytes);
            return manifest.form().equals(PackageManifest.FORM) ? manifest : null;
        } catch (JacksonException | NullPointerException garbled) {
            return null;
        }
    }

    /** A card is read as of the day of the package: later, its certificates may have ended. */
    private @Nullable NodeCard card(PackageManifest manifest) {
        byte[] bytes = beside.get(CARD);
        try {
            return bytes == null
                    ? null
                    : NodeCard.read(bytes, Clock.fixed(Instant.parse(manifest.madeAt()), clock.getZone()));
        } catch (CardRefused | IllegalArgumentException | DateTimeException garbled) {
            return null;
        }
    }

    private static @Nullable X509Certificate sealRoot(PackageManifest manifest) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(manifest.sealRoot()));
        } catch (GeneralSecurityException | NullPointerException garbled) {
            return null;
        }
    }

    private void whose(NodeCard card) {
        if (expected.isEmpty()) {
            findings.add(Checked.open(
                    "evidence.verify.whose",
                    card.organisation(),
                    card.fingerprint().toString()));
            return;
        }
        Fingerprint wanted = expected.get().fingerprint();
        findings.add(
                wanted.equals(card.fingerprint())
                        ? Checked.holds("evidence.verify.whose-card", card.organisation())
                        : Checked.fails(
                                "evidence.verify.other-node", expected.get().organisation(), wanted.toString()));
    }

    /** The lists that people and other programs read say the same as what is there. */
    private void listed(PackageManifest manifest) {
        var wrong = new ArrayList<Checked>();
        var listed = new TreeMap<String, String>();
        manifest.files().forEach(each -> listed.put(each.path(), each.sha256()));
        manifest.exhibits().forEach(exhibit -> {
            if (!exhibit.sha256().equals(listed.get(exhibit.path()))) {
                wrong.add(Checked.fails("evidence.verify.list-contradicts", exhibit.mark()));
            }
        });
        var found = new TreeMap<>(digests);
        found.remove(PackageManifest.PATH);
        found.remove(SUMS);
        if (!found.equals(listed)) {
            wrong.add(Checked.fails("evidence.verify.list-other"));
        }
        if (wrong.isEmpty()) {
            wrong.add(Checked.holds("evidence.verify.list"));
        }
        findings.addAll(wrong);
    }
}
