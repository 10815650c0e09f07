package org.comity.node.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.comity.node.directory.OwnNode;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Rendering;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.evidence.court.CaseBundle;
import org.comity.node.evidence.court.Contents;
import org.comity.node.evidence.court.CustodyReport;
import org.comity.node.evidence.court.PackageManifest;
import org.comity.node.evidence.court.StartPage;
import org.comity.node.evidence.seal.Seal;
import org.comity.node.evidence.seal.Sealer;
import org.comity.node.evidence.seal.Sha256;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.journal.Disclosure;
import org.comity.node.journal.Journal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packs the exhibits of a case or request for a court. The steps of custody come first, with the conditions that were shown;
 * then all that lies beside the exhibits is written and sealed. The exhibits themselves leave the vault only while the package is
 * fetched, straight into it: their digests are known, so the seal is there before.
 */
@Service
public class PackagingEvidence {

    private static final Duration OPEN_FOR = Duration.ofDays(1);
    private static final int MOST = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SeeingEvidence seeing;
    private final ReadingEvidence reading;
    private final Exhibits exhibits;
    private final CourtPackages packages;
    private final Custody custody;
    private final Journal journal;
    private final Rendering rendering;
    private final OwnNode own;
    private final ObjectProvider<Sealer> sealer;
    private final TransactionOperations transactions;
    private final Clock clock;

    PackagingEvidence(
            SeeingEvidence seeing,
            ReadingEvidence reading,
            Exhibits exhibits,
            CourtPackages packages,
            Custody custody,
            Journal journal,
            Rendering rendering,
            OwnNode own,
            ObjectProvider<Sealer> sealer,
            TransactionOperations transactions,
            Clock clock) {
        this.seeing = seeing;
        this.reading = reading;
        this.exhibits = exhibits;
        this.packages = packages;
        this.custody = custody;
        this.journal = journal;
        this.rendering = rendering;
        this.own = own;
        this.sealer = sealer;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a package of this matter would hold: all of its exhibits that can still be read, the first to come first. */
    public List<Exhibit> contents(Person person, Matter matter) {
        SeeingEvidence.checkHandles(person);
        return exhibits.about(matter.subject()).reversed().stream()
                .filter(exhibit -> exhibit.standing().isReadable())
                .toList();
    }

    /** The case or request, if the person sees it. */
    public Matter matter(Person person, String reference) {
        return seeing.matter(person, reference.strip()).orElseThrow(EvidenceRefused::notThere);
    }

    /** Of a matter, the newest first. */
    public List<CourtPackage> about(Person person, Matter matter) {
        SeeingEvidence.checkHandles(person);
        return packages.about(matter.subject());
    }

    /**
     * Call it outside a transaction.
     *
     * @param conditionsRead that the person confirmed all conditions as they stand now
     */
    public CourtPackage pack(
            Person person,
            Matter matter,
            FormLanguage language,
            String recipient,
            String purpose,
            boolean conditionsRead) {
        List<Exhibit> packed = contents(person, matter);
        check(packed, recipient, purpose, conditionsRead);
        List<PackedFile> read = packed.stream()
                .map(exhibit -> readAgain(Contents.pathOf(exhibit), exhibit))
                .toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        transactions.executeWithoutResult(_ -> handOut(packed, recipient.strip(), purpose.strip(), person.name()));

        String mark = packages.nextMark();
        var proofs = new ArrayList<PackedFile>();
        var pieces = new ArrayList<Contents.Piece>();
        for (Exhibit exhibit : packed) {
            List<CustodyStep> chain = custody.of(exhibit.id()).steps();
            List<PackedFile> its = proofs(exhibit, chain.size());
            proofs.addAll(its);
            pieces.add(new Contents.Piece(exhibit, Contents.pathOf(exhibit), chain, its.size()));
        }
        var contents = new Contents(
                mark,
                own.party().value(),
                own.organisation(),
                own.exercise(),
                matter.reference(),
                now,
                person.name(),
                language,
                recipient.strip(),
                purpose.strip(),
                pieces);
        List<PackedFile> files = files(contents, proofs, read);
        Seal seal =
                sealer.getObject().seal(files.stream().map(PackedFile::sealed).toList());
        var made = new CourtPackage(
                UUID.randomUUID(),
                mark,
                matter.subject(),
                matter.reference(),
                language.code(),
                recipient.strip(),
                purpose.strip(),
                now,
                person.name(),
                person.id(),
                now,
                seal,
                Optional.empty(),
                Optional.empty());
        transactions.executeWithoutResult(_ -> {
            packages.add(made, files);
            String sealed = Sha256.of(seal.signature());
            packed.forEach(exhibit ->
                    custody.add(exhibit.id(), new CustodyAct.PutUnderSeal("ASiC-E, " + mark, sealed), person.name()));
        });
        return made;
    }

    public CourtPackage find(Person person, UUID id) {
        CourtPackage found = packages.find(id).orElseThrow(EvidenceRefused::notThere);
        SeeingEvidence.checkHandles(person);
        if (seeing.matter(person, found.about()).isEmpty()) {
            throw EvidenceRefused.notThere();
        }
        return found;
    }

    /** Who made it may fetch it for a day, as often as a bad line needs. */
    public boolean isOpen(Person person, CourtPackage made) {
        return made.person().equals(person.id())
                && made.handedAt().plus(OPEN_FOR).isAfter(clock.instant());
    }

    /** Opens it for another day, such as when its timestamp has come: a step of custody for each exhibit. */
    public void handOutAgain(Person person, UUID id) {
        CourtPackage made = find(person, id);
        List<Exhibit> packed = packages.exhibits(id).stream()
                .map(exhibit -> seeing.toHandle(person, exhibit))
                .toList();
        checkReadable(packed);
        if (!made.person().equals(person.id())) {
            throw new EvidenceRefused(Why.NOT_ALLOWED, "", Said.of("evidence.refused.not-yours", made.madeBy()));
        }
        transactions.executeWithoutResult(_ -> {
            handOut(packed, made.recipient(), made.purpose(), person.name());
            packages.handedOut(id, clock.instant());
        });
    }

    /** @throws EvidenceRefused if it may not be fetched by this person now */
    public void checkOpen(Person person, CourtPackage made) {
        if (!isOpen(person, made)) {
            throw new EvidenceRefused(Why.NOT_ALLOWED, "", Said.of("evidence.refused.no-longer-open", made.mark()));
        }
    }

    /** To be fetched, all of it or a range. */
    public PackageFile file(Person person, CourtPackage made) {
        checkOpen(person, made);
        return new PackageFile(made, packages.files(made.id()), reading);
    }

    /** Reads the exhibit once: a package is sealed only over what still is as it was taken in. */
    private PackedFile readAgain(String path, Exhibit exhibit) {
        var sum = new CRC32();
        MessageDigest digest = Sha256.fresh();
        try (var open = reading.open(exhibit.id())) {
            open.copy(
                    0,
                    open.size(),
                    new CheckedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest), sum));
        } catch (IOException damaged) {
            throw new EvidenceRefused(Why.WRONG, "", Said.of("evidence.refused.unreadable", exhibit.mark()));
        }
        if (!exhibit.sha256().equals(HexFormat.of().formatHex(digest.digest()))) {
            throw new EvidenceRefused(Why.WRONG, "", Said.of("evidence.refused.unreadable", exhibit.mark()));
        }
        return PackedFile.of(path, exhibit, sum.getValue());
    }

    private void check(List<Exhibit> packed, String recipient, String purpose, boolean conditionsRead) {
        if (packed.isEmpty()) {
            throw new EvidenceRefused(Why.WRONG, "", Said.of("evidence.refused.nothing-to-pack"));
        }
        if (packed.size() > MOST) {
            throw new EvidenceRefused(Why.TOO_LARGE, "", Said.of("evidence.refused.too-many", MOST));
        }
        for (Exhibit exhibit : packed) {
            if (!custody.faults(exhibit.id()).isEmpty()) {
                throw new EvidenceRefused(
                        Why.NOT_ALLOWED, "", Said.of("evidence.refused.broken-chain", exhibit.mark()));
            }
        }
        HandingOutEvidence.check("recipient", recipient, "evidence.refused.recipient");
        HandingOutEvidence.check("purpose", purpose, "evidence.refused.purpose");
        boolean limited = packed.stream()
                .anyMatch(exhibit -> !exhibit.particulars().conditions().isEmpty());
        if (limited && !conditionsRead) {
            throw new EvidenceRefused(Why.WRONG, "read", Said.of("evidence.refused.conditions"));
        }
    }

    private static void checkReadable(List<Exhibit> packed) {
        packed.stream()
                .filter(exhibit -> !exhibit.standing().isReadable())
                .findFirst()
                .ifPresent(exhibit -> {
                    throw new EvidenceRefused(
                            Why.NOT_ALLOWED, "", Said.of("evidence.refused.destroyed", exhibit.mark()));
                });
    }

    /** In the order of their ids, in which every caller takes the locks of several exhibits. */
    private void handOut(List<Exhibit> packed, String recipient, String purpose, String by) {
        packed.stream()
                .sorted(Comparator.comparing(exhibit -> exhibit.id().value()))
                .forEach(exhibit -> custody.add(
                        exhibit.id(),
                        new CustodyAct.HandedOut(
                                recipient, purpose, exhibit.particulars().conditions()),
                        by));
    }

    /** Of the chain as it was read: a step that somebody takes meanwhile is in neither. */
    private List<PackedFile> proofs(Exhibit exhibit, int steps) {
        return journal.entriesAbout(exhibit.id().subject()).stream()
                .flatMap(entry -> journal.disclose(entry.position(), true).stream())
                .filter(proof -> proof.facts().get("step") instanceof Number step && step.intValue() <= steps)
                .map((Disclosure proof) -> PackedFile.of(
                        "proofs/" + exhibit.mark() + "/" + proof.fileName(), "application/json", proof.bytes()))
                .toList();
    }

    private List<PackedFile> files(Contents contents, List<PackedFile> proofs, List<PackedFile> exhibitsRead) {
        var files = new ArrayList<PackedFile>();
        files.add(PackedFile.of(
                "custody-report.pdf",
                "application/pdf",
                sealer.getObject().signPdf(rendering.pdf(CustodyReport.of(contents)))));
        files.add(PackedFile.of("case.jsonld", "application/ld+json", CaseBundle.of(contents)));
        files.add(PackedFile.of("node-card.json", "application/json", own.card().bytes()));
        files.add(PackedFile.of(
                "seal-root.pem", "application/x-pem-file", sealer.getObject().rootAsText()));
        for (Contents.Piece piece : contents.pieces()) {
            files.add(PackedFile.of(piece.custodyPath(), "application/json", JSON.writeValueAsBytes(piece.custody())));
        }
        files.addAll(proofs);
        files.addAll(exhibitsRead);
        files.addFirst(PackedFile.of("index.html", "text/html", StartPage.of(contents, listed(files))));
        files.add(
                1,
                PackedFile.of(
                        PackageManifest.PATH,
                        "application/json",
                        manifest(contents, listed(files)).bytes()));
        var sums = new StringBuilder();
        files.forEach(file -> sums.append(file.sealed().sha256())
                .append("  ")
                .append(file.path())
                .append('\n'));
        files.add(2, PackedFile.of("SHA256SUMS", "text/plain", sums.toString()));
        return files;
    }

    private static List<PackageManifest.File> listed(List<PackedFile> files) {
        return files.stream()
                .map(file -> new PackageManifest.File(
                        file.path(), file.size(), file.sealed().sha256()))
                .toList();
    }

    private PackageManifest manifest(Contents contents, List<PackageManifest.File> files) {
        return new PackageManifest(
                PackageManifest.FORM,
                contents.mark(),
                contents.party(),
                contents.organisation(),
                contents.exercise(),
                contents.about(),
                contents.madeAt().toString(),
                contents.madeBy(),
                contents.language().code(),
                contents.recipient(),
                contents.purpose(),
                sealer.getObject().rootBytes(),
                sealer.getObject().vouched(),
                contents.pieces().stream()
                        .map(piece -> new PackageManifest.Packed(
                                piece.exhibit().id().toString(),
                                piece.exhibit().mark(),
                                piece.exhibit().particulars().name(),
                                piece.path(),
                                piece.exhibit().size(),
                                piece.exhibit().sha256(),
                                piece.exhibit().particulars().conditions(),
                                piece.custodyPath(),
                                piece.proofsPath()))
                        .toList(),
                files);
    }
}
