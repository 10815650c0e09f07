package org.comity.node.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.node.Comity;
import org.comity.node.NodeTest;
import org.comity.node.console.Commands;
import org.comity.node.directory.OwnNode;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Rendering;
import org.comity.node.evidence.court.Contents;
import org.comity.node.evidence.court.CustodyReport;
import org.comity.node.evidence.court.PackageManifest;
import org.comity.node.evidence.court.StartPage;
import org.comity.node.evidence.seal.OtherTool;
import org.comity.node.evidence.seal.Sha256;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.journal.OtherJournal;
import org.comity.node.journal.SomeDisclosures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A package for a court says by itself what it is, and names what was done to it. */
@NodeTest
class CourtPackageTests {

    @TempDir
    Path folder;

    @Autowired
    private PackagingEvidence packaging;

    @Autowired
    private CourtPackages packages;

    @Autowired
    private Packings packings;

    @Autowired
    private SweepingVault sweeping;

    @Autowired
    private LimitingEvidence limiting;

    @Autowired
    private HandingOutEvidence handing;

    @Autowired
    private StampingPackages stamping;

    @Autowired
    private TakingInEvidence taking;

    @Autowired
    private Custody custody;

    @Autowired
    private Rendering rendering;

    @Autowired
    private OwnNode own;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private static byte[] good;
    private static Exhibit goodMailbox;
    private static Exhibit goodLetter;

    private final Matter matter =
            new Matter("case-file:" + UUID.randomUUID(), "PT-2026-0042", "fraud", "/cases/PT-2026-0042");
    private Person officer;
    private Exhibit mailbox;
    private Exhibit letter;

    @BeforeEach
    void twoExhibits() throws IOException {
        officer = SomePeople.with(jdbc, Role.EXECUTING_OFFICER);
        mailbox =
                takeIn("mailbox of the suspect.mbox", "from the suspect", Condition.of("only for the offences named"));
        letter = takeIn("письмо.txt", "a letter");
    }

    @Test
    void holdsAndTellsWhoHandedWhatToWhom() throws Exception {
        CourtPackage made = pack();

        var verdict = check(fetch(made));

        assertThat(failures(verdict)).isEmpty();
        assertThat(keys(verdict))
                .contains("vouched", "files", "signed", "seal-key", "stamped-locally", "list", "chain", "ledger")
                .contains("whose", "exercise");
        assertThat(verdict.tells().inEnglish())
                .contains("2 exhibits", "PT-2026-0042", "Court of first instance", "trial", own.organisation());
        assertThat(custody.of(mailbox.id()).steps())
                .extracting(step -> step.said().what())
                .containsExactly("taken-in", "limited", "handed-out", "put-under-seal");
        assertThat(custody.of(mailbox.id()).steps().get(2).said().facts())
                .containsEntry("recipient", "Court of first instance")
                .containsEntry("conditions-shown", "1");
    }

    @Test
    void isCompleteBeforeItsTimestampComesAndWaitsForNobody() throws Exception {
        CourtPackage made = pack();
        byte[] before = bytes(made);
        stamping.stampWaiting();

        assertThat(keys(check(write(before)))).contains("not-stamped").doesNotContain("stamped-locally");
        assertThat(failures(check(write(before)))).isEmpty();
        assertThat(packages.find(made.id()).orElseThrow().stampedAt()).isPresent();
        assertThat(keys(check(fetch(made)))).contains("stamped-locally").doesNotContain("not-stamped");
    }

    /** The database takes nothing more at one place after the other, as if the power had gone there. */
    @Test
    void aCrashWhileItIsMadeLeavesNoStepWithoutItsPackage() throws Exception {
        for (var unwritten : List.of("custody_step", "package", "package_file")) {
            var before = whats(mailbox);
            cutOff(unwritten);
            Packing asked = ask();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> packings.find(asked.id())
                            .filter(it -> it.trouble().isPresent())
                            .isPresent());

            assertThat(packages.find(asked.id())).as(unwritten).isEmpty();
            assertThat(custody.faults(mailbox.id())).as(unwritten).isEmpty();
            assertThat(whats(mailbox))
                    .as("handed out, and to be sealed, before " + unwritten)
                    .isEqualTo(unwritten.equals("custody_step") ? before : and(before, "handed-out"));
            assertThat(packings.find(asked.id()).orElseThrow().state())
                    .isEqualTo(unwritten.equals("custody_step") ? Packing.State.READING : Packing.State.SEALING);

            mend(unwritten);
            assertThat(failures(check(fetch(made(asked))))).as(unwritten).isEmpty();
            assertThat(whats(mailbox)).isEqualTo(and(before, "handed-out", "put-under-seal"));
        }
    }

    @Test
    void aProcessThatWentAfterItHandedOutIsFollowedByOneThatSeals() throws Exception {
        cutOff("package");
        Packing asked = ask();
        await().until(() -> packings.find(asked.id())
                .filter(it ->
                        it.state() == Packing.State.SEALING && it.trouble().isPresent())
                .isPresent());
        limiting.limit(officer, mailbox.id(), Condition.of("not for another trial"));
        handing.handOut(officer, letter.id(), "an expert", "an opinion", true);
        mend("package");

        CourtPackage made = made(asked);

        var verdict = check(fetch(made));
        assertThat(failures(verdict)).isEmpty();
        assertThat(verdict.tells().inEnglish()).contains("Court of first instance");
        assertThat(text(unpack(bytes(made)).get("manifest.json")))
                .as("what came after its exhibits were handed out is not of this package")
                .contains("only for the offences named")
                .doesNotContain("another trial", "an expert");
    }

    @Test
    void whatWasReadBeforeARestartIsNotReadAgain() throws Exception {
        cutOff("custody_step");
        Packing asked = ask();
        await().until(() ->
                packings.find(asked.id()).filter(it -> it.trouble().isPresent()).isPresent());
        var read = packings.parts(asked.id());
        assertThat(read).hasSize(2).allMatch(part -> part.crc().isPresent());
        assertThat(packings.find(asked.id()).orElseThrow().percent()).isEqualTo(100);
        mend("custody_step");

        assertThat(failures(check(fetch(made(asked))))).isEmpty();
    }

    @Test
    void whatWasLimitedWhileItWasReadIsNotHandedOutBeforeItWasSeen() throws Exception {
        cutOff("custody_step");
        Packing asked = ask();
        await().until(() ->
                packings.find(asked.id()).filter(it -> it.trouble().isPresent()).isPresent());
        mend("custody_step");
        jdbc.sql("update evidence.packing_exhibit set conditions = 0 where packing = :id")
                .param("id", asked.id())
                .update();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> packings.find(asked.id()).orElseThrow().state() == Packing.State.REFUSED);
        assertThat(packings.find(asked.id())
                        .orElseThrow()
                        .trouble()
                        .orElseThrow()
                        .inEnglish())
                .contains(mailbox.mark(), "limited");
        assertThat(whats(mailbox)).doesNotContain("handed-out");
        assertThat(whats(letter)).doesNotContain("handed-out");

        sweeping.inBetween();
        assertThat(packings.find(asked.id())).as("it is shown for a while").isPresent();
        jdbc.sql("update evidence.packing set asked_at = asked_at - interval '31 days' where id = :id")
                .param("id", asked.id())
                .update();
        sweeping.inBetween();
        assertThat(packings.find(asked.id())).isEmpty();
    }

    private List<String> whats(Exhibit exhibit) {
        return custody.of(exhibit.id()).steps().stream()
                .map(step -> step.said().what())
                .toList();
    }

    private static List<String> and(List<String> before, String... more) {
        return Stream.concat(before.stream(), Stream.of(more)).toList();
    }

    @Test
    void aCrashWhileItIsStampedLeavesTheSealAsItWasAndItIsStampedOnce() throws Exception {
        CourtPackage made = pack();
        cutOffAt("package_renewal", stamping::stampWaiting);

        assertThat(packages.find(made.id()).orElseThrow().stampedAt()).isEmpty();
        assertThat(failures(check(fetch(made)))).isEmpty();

        stamping.stampWaiting();
        var stamped = packages.find(made.id()).orElseThrow();
        stamping.stampWaiting();
        assertThat(stamped.stampedAt()).isPresent();
        assertThat(packages.find(made.id()).orElseThrow().seal().renewals())
                .hasSameSizeAs(stamped.seal().renewals());
        assertThat(failures(check(fetch(made)))).isEmpty();
    }

    /** The database takes nothing more at this place, as if the power had gone. */
    private void cutOffAt(String table, ThrowingCallable work) {
        cutOff(table);
        try {
            assertThatThrownBy(work).isInstanceOf(DataAccessException.class);
        } finally {
            mend(table);
        }
    }

    private void cutOff(String table) {
        jdbc.sql("alter table evidence.%s add constraint power_cut check (false) not valid".formatted(table))
                .update();
    }

    @AfterEach
    void theLastOneIsMended() {
        List.of("custody_step", "package", "package_file").forEach(this::mend);
    }

    private void mend(String table) {
        jdbc.sql("alter table evidence.%s drop constraint if exists power_cut".formatted(table))
                .update();
    }

    @Test
    void isRenewedAndStillHolds() throws Exception {
        CourtPackage made = pack();
        stamping.stampWaiting();
        jdbc.sql("update evidence.package set renew_at = :then where id = :id")
                .param("then", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .param("id", made.id())
                .update();

        stamping.renewOld();

        assertThat(packages.find(made.id()).orElseThrow().seal().renewals()).hasSizeGreaterThan(1);
        assertThat(failures(check(fetch(made)))).isEmpty();
    }

    @Test
    void asksForTheConditionsBeforeAnythingIsPacked() {
        assertThatThrownBy(() ->
                        packaging.ask(officer, matter, FormLanguage.ENGLISH, "Court of first instance", "trial", false))
                .isInstanceOf(EvidenceRefused.class)
                .hasMessageContaining("conditions");
        assertThat(custody.of(mailbox.id()).steps()).hasSize(2);
    }

    @Test
    void theReportIsInTheLanguageOfTheReader() throws Exception {
        var steps = custody.of(mailbox.id()).steps();
        var piece = new Contents.Piece(mailbox, Contents.pathOf(mailbox), steps, 2);
        for (FormLanguage language : FormLanguage.values()) {
            var contents = new Contents(
                    "PT-P-1",
                    "PT-x",
                    "Contact point",
                    true,
                    "PT-1",
                    clock.instant(),
                    "officer",
                    language,
                    "court",
                    "trial",
                    List.of(piece));

            assertThat(rendering.html(CustodyReport.of(contents)))
                    .contains("<html lang=\"" + language.code() + "\" dir=\"" + language.direction() + "\"")
                    .contains(mailbox.sha256(), "only for the offences named")
                    .doesNotContain("{0}", "??");
            assertThat(text(StartPage.of(contents, List.of())))
                    .contains("<html lang=\"" + language.code() + "\" dir=\"" + language.direction() + "\"");
        }
        CourtPackage made = made(packaging.ask(officer, matter, FormLanguage.ARABIC, "محكمة", "trial", true));
        assertThat(failures(check(fetch(made)))).isEmpty();
        assertThat(text(unpack(bytes(made)).get("custody-report.pdf")))
                .startsWith("%PDF-")
                .contains("ETSI.CAdES.detached");
    }

    @Test
    void everyTamperingIsNamed() throws Exception {
        byte[] good = good();
        String first = pathOf(good, mailbox);
        String second = pathOf(good, letter);
        String chain = "custody/" + mailbox.mark() + ".json";

        assertThat(after(good, files -> files.get(first)[3] ^= 1))
                .contains("file-changed", "not-what-came", "list-other");
        assertThat(after(good, files -> swap(files, first, second))).contains("file-swapped", "not-what-came");
        assertThat(after(good, files -> files.remove(second))).contains("file-missing");
        assertThat(after(good, files -> files.put("exhibits/more.txt", new byte[1])))
                .contains("file-added");
        assertThat(after(good, files -> files.put(chain, firstStepsOf(mailbox, 2))))
                .contains("file-changed", "not-handed-out", "step-missing");
        assertThat(after(good, files -> files.put(chain, firstStepsOf(letter, 3))))
                .contains("chain-fault");
        assertThat(after(good, files -> replace(files, chain, "only for", "also for")))
                .contains("chain-fault", "other-conditions");
        assertThat(after(good, files -> files.keySet().removeIf(path -> path.startsWith("proofs/" + mailbox.mark()))))
                .contains("step-unproven");
        assertThat(after(
                        good,
                        files -> files.replaceAll((path, bytes) -> path.startsWith("proofs/")
                                ? text(bytes)
                                        .replace("\"index\" : ", "\"index\" : 1")
                                        .getBytes()
                                : bytes)))
                .contains("proof");
        assertThat(after(good, files -> replace(files, "manifest.json", "first instance", "last instance")))
                .contains("file-changed", "other-recipient");
        assertThat(after(good, files -> files.remove("META-INF/signature001.p7s")))
                .contains("no-seal");
        assertThat(after(good, files -> files.remove("node-card.json"))).contains("no-node");
        assertThat(after(good, files -> files.remove("manifest.json"))).contains("no-package");
    }

    /** The kinds that a careful forger would try: everything still has its form, and lists were put right. */
    @Test
    void subtleTamperingsAreNamedToo() throws Exception {
        byte[] good = good();
        byte[] other = stamped(pack());
        String chain = "custody/" + mailbox.mark() + ".json";

        assertThat(after(good, files -> files.put(chain, reordered(files.get(chain)))))
                .as("steps of custody in another order")
                .contains("file-changed", "chain-fault");
        String path = pathOf(good, mailbox);
        assertThat(after(good, files -> files.put(path.replace("mailbox", "letter"), files.remove(path))))
                .as("an exhibit under another name")
                .contains("file-missing", "file-added", "list-other");
        assertThat(after(good, files -> {
                    files.put("exhibits/more.txt", new byte[1]);
                    String more = "{\"path\":\"exhibits/more.txt\",\"size\":1,\"sha256\":\"%s\"},"
                            .formatted(Sha256.of(new byte[1]));
                    String listing =
                            text(files.get("manifest.json")).replaceFirst("(\"files\"\\s*:\\s*\\[)", "$1" + more);
                    files.put("manifest.json", listing.getBytes(StandardCharsets.UTF_8));
                }))
                .as("a file more, which the manifest lists")
                .contains("file-added", "file-changed");
        assertThat(after(good, files -> replace(files, "SHA256SUMS", "  index.html", "  other.html")))
                .as("another name in the list for sha256sum")
                .contains("file-changed");
        assertThat(after(good, files -> {
                    var others = new LinkedHashMap<String, byte[]>();
                    files.forEach((its, bytes) -> {
                        if (its.startsWith("proofs/" + letter.mark())) {
                            others.put(its.replace(letter.mark(), mailbox.mark()), bytes);
                        }
                    });
                    files.keySet().removeIf(its -> its.startsWith("proofs/" + mailbox.mark()));
                    files.putAll(others);
                }))
                .as("the proofs of another exhibit")
                .contains("file-missing", "step-unproven", "step-missing");
        String journal = OtherJournal.of(
                        own.party().value(), own.url(), own.card().root().getPublicKey())
                .key()
                .name();
        assertThat(after(good, files -> eachProof(files, proof -> proof.replace(journal, "elsewhere.example/ledger"))))
                .as("checkpoints that say they are another log's")
                .contains("proof", "step-unproven");
        assertThat(after(
                        good,
                        files -> files.put(
                                "proofs/" + mailbox.mark() + "/more.json",
                                SomeDisclosures.withDetails().bytes())))
                .as("the proof of another log, which holds in itself")
                .contains("file-added", "other-journal", "step-missing")
                .doesNotContain("proof");
        byte[] stamp = unpack(other).get("META-INF/timestamp001.tst");
        assertThat(after(good, files -> files.put("META-INF/timestamp001.tst", stamp)))
                .as("the stamp of another package")
                .isNotEmpty();
    }

    private static byte[] reordered(byte[] chain) {
        var mapper = new JsonMapper();
        var steps = new ArrayList<>(List.of(mapper.readValue(chain, Object[].class)));
        Object second = steps.remove(1);
        steps.add(2, second);
        return mapper.writeValueAsBytes(steps);
    }

    private static void eachProof(Map<String, byte[]> files, UnaryOperator<String> change) {
        files.replaceAll((path, bytes) ->
                path.startsWith("proofs/") ? change.apply(text(bytes)).getBytes(StandardCharsets.UTF_8) : bytes);
    }

    @Test
    void aSealOfAnotherPackageIsNamed() throws Exception {
        byte[] other = stamped(pack());
        byte[] good = good();
        var seals = unpack(other);

        assertThat(after(good, files -> files.put("META-INF/signature001.p7s", seals.get("META-INF/signature001.p7s"))))
                .contains("seal-of-others", "renewal-of-others");
        assertThat(after(
                        good,
                        files -> seals.forEach((path, bytes) -> {
                            if (path.startsWith("META-INF/")) {
                                files.put(path, bytes);
                            }
                        })))
                .contains("file-changed");
    }

    @Test
    void theFutureIsNamed() throws Exception {
        Path file = write(good());

        assertThat(failures(CheckingPackage.check(file, Optional.empty(), Clock.offset(clock, Duration.ofDays(-400)))))
                .contains("signed-in-future", "stamp-in-future");
    }

    @Test
    void theCardOfAnotherNodeIsNotItsOwn() throws Exception {
        Path file = write(good());

        assertThat(keys(CheckingPackage.check(file, Optional.of(own.card()), clock)))
                .contains("whose-card");
    }

    @Test
    void aCutFileAndOneOfSomethingElseAreNamed() throws Exception {
        byte[] good = good();

        assertThat(failures(check(write(Arrays.copyOf(good, good.length / 2))))).containsExactly("container-damaged");
        assertThat(CheckingPackage.claims(write(good))).isTrue();
        assertThat(CheckingPackage.claims(write("no container at all".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    /** Frames, names, checksums, the newest stamp: nothing in the file may say something else unnoticed. */
    @Test
    void aFlippedBitAnywhereIsNamed() throws Exception {
        byte[] good = good();
        var random = new Random(185);
        int flips = 300;
        var unnoticed = new ArrayList<Integer>();
        for (int flip = 0; flip < flips; flip++) {
            int at = (int) ((flip + random.nextDouble()) * good.length / flips);
            byte[] flipped = good.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            if (failures(check(write(flipped))).isEmpty()) {
                unnoticed.add(at);
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void whatIsPutBehindOrBetweenIsNamed() throws Exception {
        byte[] good = good();
        byte[] longer = Arrays.copyOf(good, good.length + 5);
        byte[] repacked = repack(unpack(good));

        assertThat(repacked).isEqualTo(good);
        assertThat(failures(check(write(longer)))).isNotEmpty();
        assertThat(failures(check(write(Arrays.copyOf(good, good.length - 1))))).isNotEmpty();
    }

    @Test
    void canBeFetchedFromAnyPlaceOn() throws Exception {
        CourtPackage made = pack();
        byte[] whole = bytes(made);
        var file = packaging.file(officer, made);
        var random = new Random(7);

        assertThat(whole).hasSize((int) file.size());
        for (int again = 0; again < 50; again++) {
            int from = random.nextInt(whole.length);
            int count = random.nextInt(whole.length - from);
            var out = new ByteArrayOutputStream();
            file.copy(from, count, out);
            assertThat(out.toByteArray()).isEqualTo(Arrays.copyOfRange(whole, from, from + count));
        }
        assertThat(packaging.file(officer, made).tag()).isEqualTo(file.tag());
        stamping.stampWaiting();
        assertThat(packaging
                        .file(officer, packages.find(made.id()).orElseThrow())
                        .tag())
                .as("with its timestamp it is another file")
                .isNotEqualTo(file.tag());
    }

    @Test
    void theCommandSaysItByItsExitStatus() throws Exception {
        byte[] good = good();
        var commands = new Commands(Comity.class);
        var files = unpack(good);
        files.get(pathOf(good, mailbox))[7] ^= 1;

        assertThat(commands.run("verify", write(good).toString())).isZero();
        assertThat(commands.run("verify", write(repack(files)).toString())).isEqualTo(1);
    }

    @Test
    void otherToolsAgree() throws Exception {
        assumeTrue(OtherTool.is("sha256sum") && OtherTool.is("openssl"), "sha256sum or openssl is not on this machine");
        for (var file : unpack(good()).entrySet()) {
            Path target = folder.resolve("out").resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }

        assertThat(OtherTool.says(folder.resolve("out"), "sha256sum", "--quiet", "-c", "SHA256SUMS"))
                .isEmpty();
        assertThat(OtherTool.says(
                        folder.resolve("out"),
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        "META-INF/signature001.p7s",
                        "-content",
                        "META-INF/ASiCManifest001.xml",
                        "-CAfile",
                        "seal-root.pem",
                        "-purpose",
                        "any",
                        "-out",
                        "/dev/null"))
                .contains("successful");
        assertThat(OtherTool.says(
                        folder.resolve("out"),
                        "openssl",
                        "ts",
                        "-verify",
                        "-token_in",
                        "-in",
                        "META-INF/timestamp001.tst",
                        "-data",
                        "META-INF/ASiCArchiveManifest.xml",
                        "-CAfile",
                        "seal-root.pem"))
                .contains("Verification: OK");
    }

    /** The same for all who only look at it. */
    private byte[] good() throws IOException {
        if (good == null) {
            goodMailbox = mailbox;
            goodLetter = letter;
            good = stamped(pack());
        }
        mailbox = goodMailbox;
        letter = goodLetter;
        return good.clone();
    }

    private CourtPackage pack() {
        return made(ask());
    }

    private Packing ask() {
        return packaging.ask(officer, matter, FormLanguage.ENGLISH, "Court of first instance", "trial", true);
    }

    private CourtPackage made(Packing asked) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> packages.find(asked.id()).isPresent());
        return packages.find(asked.id()).orElseThrow();
    }

    private byte[] stamped(CourtPackage made) throws IOException {
        stamping.stampWaiting();
        return bytes(made);
    }

    private byte[] bytes(CourtPackage made) throws IOException {
        var out = new ByteArrayOutputStream();
        var file = packaging.file(officer, packages.find(made.id()).orElseThrow());
        file.copy(0, file.size(), out);
        return out.toByteArray();
    }

    private Path fetch(CourtPackage made) throws IOException {
        return write(stamped(made));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "package", ".asice"), bytes);
    }

    private CheckingPackage.Verdict check(Path file) {
        return CheckingPackage.check(file, Optional.empty(), clock);
    }

    private List<String> after(byte[] good, Consumer<Map<String, byte[]>> tampering) throws IOException {
        var files = unpack(good);
        tampering.accept(files);
        return failures(check(write(repack(files))));
    }

    private static List<String> failures(CheckingPackage.Verdict verdict) {
        return verdict.findings().stream()
                .filter(it -> it.standing() == Checked.Standing.FAILS)
                .map(CourtPackageTests::key)
                .toList();
    }

    private static List<String> keys(CheckingPackage.Verdict verdict) {
        return verdict.findings().stream().map(CourtPackageTests::key).toList();
    }

    private static String key(Checked checked) {
        assertThat(checked.said().inEnglish()).isNotBlank(); // there are words for it
        return checked.said().key().replace("evidence.verify.", "");
    }

    private byte[] firstStepsOf(Exhibit exhibit, int count) {
        return new JsonMapper()
                .writeValueAsBytes(custody.of(exhibit.id()).steps().subList(0, count));
    }

    private static void swap(Map<String, byte[]> files, String one, String other) {
        byte[] first = files.get(one);
        files.put(one, files.get(other));
        files.put(other, first);
    }

    private static void replace(Map<String, byte[]> files, String path, String from, String to) {
        files.put(path, text(files.get(path)).replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String pathOf(byte[] container, Exhibit exhibit) throws IOException {
        return PackageManifest.read(unpack(container).get("manifest.json")).exhibits().stream()
                .filter(packed -> packed.mark().equals(exhibit.mark()))
                .findFirst()
                .orElseThrow()
                .path();
    }

    private static Map<String, byte[]> unpack(byte[] container) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().equals("mimetype")) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }

    /** As an attacker would who knows how the file is written. */
    private static byte[] repack(Map<String, byte[]> files) throws IOException {
        var contents = List.copyOf(files.values());
        Instant at = files.containsKey("manifest.json")
                ? Instant.parse(PackageManifest.read(files.get("manifest.json")).madeAt())
                : Instant.EPOCH.plus(Duration.ofDays(20_000));
        var container = new Container(
                files.entrySet().stream()
                        .map(file -> Container.Entry.of(file.getKey(), file.getValue()))
                        .toList(),
                at);
        var out = new ByteArrayOutputStream();
        container.copy(
                0,
                container.size(),
                (entry, from, count, target) -> target.write(contents.get(entry), (int) from, (int) count),
                out);
        return out.toByteArray();
    }

    private Exhibit takeIn(String name, String content, Condition... conditions) throws IOException {
        return taking.takeIn(
                Particulars.of(name, Origin.OFFICER, "seized")
                        .with(it -> it.about(Set.of(matter.subject())).conditions(List.of(conditions))),
                officer.name(),
                Optional.of(officer.id()),
                new ByteArrayInputStream(content.repeat(40).getBytes(StandardCharsets.UTF_8)));
    }
}
