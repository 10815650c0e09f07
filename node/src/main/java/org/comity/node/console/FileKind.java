package org.comity.node.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.comity.node.directory.NodeCard;

/**
 * A kind of file that can be checked without a node and without a network. To add one: implement this and list it in
 * {@link VerifyFile}.
 */
interface FileKind {

    /** Whether the file is of this kind; looks at what is in it, not at its name. */
    boolean claims(Path file) throws IOException;

    /** @param card of the party whose file it should be, if the person has it */
    Verdict check(Path file, Optional<NodeCard> card) throws IOException;

    /**
     * What came of it.
     *
     * @param tells what the file says, in one sentence; true only if every finding holds
     */
    record Verdict(String tells, List<Finding> findings) {
        public Verdict {
            findings = List.copyOf(findings);
        }

        boolean holds() {
            return findings.stream().noneMatch(finding -> finding.standing() == Standing.FAILS);
        }
    }

    /** One thing that was checked, in plain words. */
    record Finding(Standing standing, String words) {

        static Finding of(boolean holds, String words) {
            return new Finding(holds ? Standing.HOLDS : Standing.FAILS, words);
        }
    }

    /** How it stands with what was checked. */
    enum Standing {
        HOLDS("holds  "),
        FAILS("FAILS  "),
        /** Nothing is wrong, but something remains for the person. */
        OPEN("open   ");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
