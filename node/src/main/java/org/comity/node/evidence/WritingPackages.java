package org.comity.node.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.node.directory.OwnNode;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Rendering;
import org.comity.node.evidence.court.CaseBundle;
import org.comity.node.evidence.court.Contents;
import org.comity.node.evidence.court.CustodyReport;
import org.comity.node.evidence.court.PackageManifest;
import org.comity.node.evidence.court.StartPage;
import org.comity.node.evidence.seal.Sealer;
import org.comity.node.journal.Disclosure;
import org.comity.node.journal.Journal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes all that lies beside the exhibits in a package, and seals it with them. */
@Component
class WritingPackages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Custody custody;
    private final Journal journal;
    private final Rendering rendering;
    private final OwnNode own;
    private final ObjectProvider<Sealer> sealer;
    private final Clock clock;

    WritingPackages(
            Custody custody,
            Journal journal,
            Rendering rendering,
            OwnNode own,
            ObjectProvider<Sealer> sealer,
            Clock clock) {
        this.custody = custody;
        this.journal = journal;
        this.rendering = rendering;
        this.own = own;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** An exhibit that was read and handed out. @param steps of its custody that belong to the package */
    record Chosen(Exhibit exhibit, long crc, int steps) {}

    /** A package and its files, not kept yet. */
    record Written(CourtPackage made, List<PackedFile> files) {}

    Written write(Packing packing, String mark, Instant handedAt, List<Chosen> chosen) {
        var proofs = new ArrayList<PackedFile>();
        var read = new ArrayList<PackedFile>();
        var pieces = new ArrayList<Contents.Piece>();
        for (Chosen each : chosen) {
            List<CustodyStep> chain = custody.of(each.exhibit().id()).steps().subList(0, each.steps());
            Exhibit exhibit = asLimitedIn(chain, each.exhibit());
            List<PackedFile> its = proofs(exhibit, chain.size());
            proofs.addAll(its);
            read.add(PackedFile.of(Contents.pathOf(exhibit), exhibit, each.crc()));
            pieces.add(new Contents.Piece(exhibit, Contents.pathOf(exhibit), chain, its.size()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var contents = new Contents(
                mark,
                own.party().value(),
                own.organisation(),
                own.exercise(),
                packing.reference(),
                now,
                packing.askedBy(),
                FormLanguage.of(packing.language()).orElse(FormLanguage.ENGLISH),
                packing.recipient(),
                packing.purpose(),
                pieces);
        List<PackedFile> files = files(contents, proofs, read);
        var made = new CourtPackage(
                packing.id(),
                mark,
                packing.about(),
                packing.reference(),
                packing.language(),
                packing.recipient(),
                packing.purpose(),
                now,
                packing.askedBy(),
                packing.person(),
                handedAt,
                sealer.getObject().seal(files.stream().map(PackedFile::sealed).toList()),
                Optional.empty(),
                Optional.empty());
        return new Written(made, files);
    }

    /** What was shown when it was handed out: a condition that somebody added since stands in no step of the package. */
    private static Exhibit asLimitedIn(List<CustodyStep> chain, Exhibit exhibit) {
        List<Condition> shown = chain.stream()
                .map(CustodyStep::said)
                .filter(said -> said.what().equals("limited"))
                .map(said -> new Condition(said.facts().getOrDefault("condition", ""), said.under()))
                .toList();
        return exhibit.with(exhibit.particulars().withConditions(shown));
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
