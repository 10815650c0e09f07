package org.comity.node.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.comity.node.directory.NodeCard;
import org.comity.node.evidence.Checked;
import org.comity.node.evidence.CheckingPackage;
import org.comity.node.time.WallTime;

/** A package for a court, as the page of a case hands it out. */
final class CourtPackageFile implements FileKind {

    @Override
    public boolean claims(Path file) throws IOException {
        return CheckingPackage.claims(file);
    }

    @Override
    public Verdict check(Path file, Optional<NodeCard> card) {
        CheckingPackage.Verdict verdict = CheckingPackage.check(file, card, WallTime.clock());
        List<Finding> findings = verdict.findings().stream()
                .map(it -> new Finding(standing(it.standing()), it.said().inEnglish()))
                .toList();
        return new Verdict(verdict.tells().inEnglish(), findings);
    }

    private static Standing standing(Checked.Standing standing) {
        return switch (standing) {
            case HOLDS -> Standing.HOLDS;
            case FAILS -> Standing.FAILS;
            case OPEN -> Standing.OPEN;
        };
    }
}
