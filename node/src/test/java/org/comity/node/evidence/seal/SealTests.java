package org.comity.node.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.evidence.seal.SomeSeals.NOW;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.ASN1InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seal of this node holds for tools that others made. */
class SealTests {

    private static final byte[] CONTENT = "what the suspect wrote".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void theMakerOfTheLibraryValidatesItAtEachLevel() throws Exception {
        var some = new SomeSeals(folder.resolve("keys"));
        Seal signed = some.sealer.seal(files());
        Seal stamped = some.sealer.stamp(signed);
        Seal renewed = some.sealer.renew(stamped);

        assertThat(validated(some, signed)).endsWith("CAdES-BASELINE-B");
        assertThat(validated(some, stamped)).isEqualTo("TOTAL_PASSED CAdES-BASELINE-LT");
        assertThat(validated(some, renewed)).isEqualTo("TOTAL_PASSED CAdES-BASELINE-LTA");
        assertThat(validated(some, some.sealer.renew(renewed))).isEqualTo("TOTAL_PASSED CAdES-BASELINE-LTA");
    }

    @Test
    void opensslVerifiesSignatureAndStamp() throws Exception {
        assumeTrue(OtherTool.is("openssl"), "openssl is not on this machine");
        var some = new SomeSeals(folder.resolve("keys"));
        Seal seal = some.sealer.renew(some.sealer.stamp(some.sealer.seal(files())));
        Path root = Files.writeString(
                folder.resolve("root.pem"), pem(some.keys.root().getEncoded()));
        Path manifest = Files.write(folder.resolve("manifest.xml"), seal.manifest());
        Path signature = Files.write(folder.resolve("signature.p7s"), seal.signature());
        Path renewed = Files.write(
                folder.resolve("renewed.xml"), seal.renewals().getFirst().manifest());
        Path stamp = Files.write(
                folder.resolve("stamp.tst"), seal.renewals().getFirst().stamp());
        String[] signed = verifying(signature, manifest, root);
        String[] stamped = {
            "openssl", "ts", "-verify", "-token_in", "-in", "" + stamp, "-data", "" + renewed, "-CAfile", "" + root
        };

        assertThat(OtherTool.says(signed)).contains("successful");
        assertThat(OtherTool.says(stamped)).contains("Verification: OK");

        flip(manifest);
        flip(renewed);
        assertThat(OtherTool.says(signed)).contains("failure");
        assertThat(OtherTool.says(stamped)).contains("FAILED");
    }

    /** ETSI EN 319 142-1: the signature is detached CMS over all bytes but its own. */
    @Test
    void opensslVerifiesAPaperThatCarriesItsSignatureInside() throws Exception {
        assumeTrue(OtherTool.is("openssl"), "openssl is not on this machine");
        var some = new SomeSeals(folder.resolve("keys"));
        byte[] sealed = some.sealer.signPdf(onePage());
        Path root = Files.writeString(
                folder.resolve("root.pem"), pem(some.keys.root().getEncoded()));
        Path said = folder.resolve("said.bin");
        Path signature = folder.resolve("signature.p7s");
        try (var paper = Loader.loadPDF(sealed)) {
            var inside = paper.getSignatureDictionaries().getFirst();
            Files.write(said, inside.getSignedContent(sealed));
            // zeros fill what was kept free for it
            Files.write(signature, unfilled(inside.getContents()));
            assertThat(inside.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        }

        assertThat(OtherTool.says(verifying(signature, said, root))).contains("successful");
        flip(said);
        assertThat(OtherTool.says(verifying(signature, said, root))).contains("failure");
    }

    private static byte[] unfilled(byte[] contents) throws IOException {
        try (var in = new ASN1InputStream(contents)) {
            return in.readObject().getEncoded();
        }
    }

    private static byte[] onePage() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var paper = new PDDocument()) {
            paper.addPage(new PDPage());
            paper.save(out);
        }
        return out.toByteArray();
    }

    private static String[] verifying(Path signature, Path content, Path root) {
        return new String[] {
            "openssl",
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            "" + signature,
            "-content",
            "" + content,
            "-CAfile",
            "" + root,
            "-purpose",
            "any",
            "-out",
            "/dev/null"
        };
    }

    @Test
    void holdsWithoutTheLibraryThatMadeIt() throws Exception {
        var some = new SomeSeals(folder.resolve("keys"));
        Seal stamped = some.sealer.stamp(some.sealer.seal(files()));

        assertThat(checked(some, stamped.files(), NOW))
                .containsExactly("HOLDS files", "HOLDS signed", "HOLDS seal-key", "HOLDS stamped-locally");
        assertThat(checked(some, some.sealer.renew(some.sealer.renew(stamped)).files(), NOW))
                .endsWith("HOLDS stamped-locally", "HOLDS stamped-locally", "HOLDS stamped-locally")
                .noneMatch(it -> it.startsWith("FAILS"));
        assertThat(checked(some, some.sealer.seal(files()).files(), NOW)).endsWith("OPEN not-stamped");
    }

    @Test
    void aSealTakenFromOtherFilesIsNamed() throws Exception {
        var some = new SomeSeals(folder.resolve("keys"));
        Seal mine = some.sealer.stamp(some.sealer.seal(files()));
        Seal others = some.sealer.stamp(some.sealer.seal(List.of(new SealedFile("a", "b", Sha256.of(new byte[1])))));

        assertThat(checked(some, new Seal(mine.manifest(), others.signature(), List.of()).files(), NOW))
                .contains("FAILS seal-of-others");
        assertThat(checked(some, others.files(), NOW)).contains("FAILS file-missing", "FAILS file-added");
    }

    @Test
    void anAuthorityOfElsewhereIsAskedAndItsTrustLeftToTheReader() throws Exception {
        var some = new SomeSeals(folder.resolve("keys"));
        var elsewhere = new SomeSeals(folder.resolve("elsewhere"));
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", asked -> {
            try (asked) {
                byte[] answer = elsewhere.answer(asked.getRequestBody().readAllBytes());
                asked.sendResponseHeaders(200, answer.length);
                asked.getResponseBody().write(answer);
            }
        });
        http.start();
        var address = URI.create("http://localhost:" + http.getAddress().getPort() + "/");
        var sealer = some.stampedBy(new AskedAuthority(address));
        Seal sealed = sealer.seal(files());

        assertThat(checked(some, sealer.renew(sealer.stamp(sealed)).files(), NOW))
                .contains("HOLDS stamped", "OPEN stamp-trust")
                .noneMatch(it -> it.startsWith("FAILS"));

        http.stop(0);
        assertThatThrownBy(() -> sealer.stamp(sealed)).isInstanceOf(IOException.class);
    }

    @Test
    void anotherNodesSealIsNamed() throws Exception {
        var some = new SomeSeals(folder.resolve("keys"));
        var other = new SomeSeals(folder.resolve("other"));

        assertThat(checked(some, other.sealer.stamp(other.sealer.seal(files())).files(), NOW))
                .contains("FAILS other-seal-key");
    }

    @Test
    void aSealOfTheFutureIsNamed() throws Exception {
        var some = new SomeSeals(folder.resolve("keys"));

        assertThat(checked(some, some.sealer.stamp(some.sealer.seal(files())).files(), NOW.minus(Duration.ofDays(2))))
                .contains("FAILS signed-in-future", "FAILS stamp-in-future");
    }

    @Test
    void aRenewalThatIsNotOverWhatIsThereIsNamed() throws Exception {
        var some = new SomeSeals(folder.resolve("keys"));
        Seal stamped = some.sealer.stamp(some.sealer.seal(files()));
        Seal another = some.sealer.renew(some.sealer.stamp(some.sealer.seal(files())));
        Seal renewed = some.sealer.renew(stamped);
        var torn = new HashMap<>(renewed.files());
        torn.remove("META-INF/timestamp001.tst");

        assertThat(checked(some, new Seal(stamped.manifest(), stamped.signature(), another.renewals()).files(), NOW))
                .contains("FAILS renewal-of-others");
        assertThat(checked(
                        some,
                        new Seal(
                                        stamped.manifest(),
                                        stamped.signature(),
                                        List.of(new Seal.Renewal(
                                                renewed.renewals().getFirst().manifest(),
                                                another.renewals().getFirst().stamp())))
                                .files(),
                        NOW))
                .contains("FAILS stamp-of-others");
        assertThat(checked(some, torn, NOW)).contains("FAILS renewal-missing");
    }

    /** Whichever byte is another. In the newest stamp, which nothing covers yet, a few of its frame say nothing. */
    @Test
    void eachFlippedByteOfTheSealIsNoticed() throws Exception {
        var some = new SomeSeals(folder.resolve("keys"));
        Seal seal = some.sealer.renew(some.sealer.stamp(some.sealer.seal(files())));
        for (var file : seal.files().entrySet()) {
            boolean isNewest = file.getKey().endsWith(".tst");
            int end = isNewest ? 200 : file.getValue().length;
            for (int at = isNewest ? 60 : 0; at < end; at += isNewest ? 11 : 257) {
                var damaged = new HashMap<>(seal.files());
                byte[] bytes = file.getValue().clone();
                bytes[at] ^= 1;
                damaged.put(file.getKey(), bytes);
                assertThat(checked(some, damaged, NOW))
                        .as("byte %d of %s", at, file.getKey())
                        .anyMatch(it -> it.startsWith("FAILS"));
            }
        }
    }

    private static List<String> checked(SomeSeals some, Map<String, byte[]> seal, Instant now) {
        return new CheckingSeal(
                        seal, Map.of("exhibits/mail.txt", Sha256.of(CONTENT)), some.keys.root(), SomeSeals.at(now))
                .check().stream()
                        .map(it -> it.standing() + " " + it.said().key().replace("evidence.verify.", ""))
                        .toList();
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static String pem(byte[] der) {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static List<SealedFile> files() {
        return List.of(new SealedFile("exhibits/mail.txt", "text/plain", Sha256.of(CONTENT)));
    }

    private static String validated(SomeSeals some, Seal seal) throws IOException {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(some.keys.root()));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(container(seal), "court.asice"));
        validator.setCertificateVerifier(verifier);
        var report = validator.validateDocument().getSimpleReport();
        String id = report.getFirstSignatureId();
        return report.getIndication(id) + " " + report.getSignatureFormat(id);
    }

    private static byte[] container(Seal seal) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            byte[] type = "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII);
            var first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            var crc = new CRC32();
            crc.update(type);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("exhibits/mail.txt"));
            zip.write(CONTENT);
            for (var file : seal.files().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
