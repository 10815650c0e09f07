package org.comity.node.evidence.court;

import java.time.Instant;
import java.util.List;
import org.comity.node.documents.FormLanguage;
import org.comity.node.evidence.CustodyStep;
import org.comity.node.evidence.Exhibit;

/**
 * All that a package says.
 *
 * @param about the case or request, as people write it
 */
public record Contents(
        String mark,
        String party,
        String organisation,
        boolean exercise,
        String about,
        Instant madeAt,
        String madeBy,
        FormLanguage language,
        String recipient,
        String purpose,
        List<Piece> pieces) {

    /** One exhibit, its custody, and how many proofs the journal gives for it. @param path in the package */
    public record Piece(Exhibit exhibit, String path, List<CustodyStep> custody, int proofs) {

        public Piece {
            custody = List.copyOf(custody);
        }

        public String custodyPath() {
            return "custody/" + exhibit.mark() + ".json";
        }

        public String proofsPath() {
            return "proofs/" + exhibit.mark();
        }
    }

    public Contents {
        pieces = List.copyOf(pieces);
    }

    /** A path that every system can unpack and no address must escape; the file's own name is in the manifest. */
    public static String pathOf(Exhibit exhibit) {
        String plain =
                exhibit.particulars().name().replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._]+", "");
        String name = plain.isEmpty() ? "exhibit" : plain.substring(Math.max(0, plain.length() - 80));
        return "exhibits/" + exhibit.mark() + "/" + name;
    }
}
