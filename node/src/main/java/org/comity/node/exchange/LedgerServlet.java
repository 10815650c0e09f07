package org.comity.node.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.comity.ledger.AddCheckpoint;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.InvalidNote;
import org.comity.ledger.InvalidProof;
import org.comity.node.journal.OtherJournals.Answer;
import org.comity.node.journal.PublishedTiles;
import org.comity.node.journal.TileServlet;

/**
 * The journal's door for other nodes: what it publishes, as a plain web server would hand it out (c2sp.org/tlog-tiles), and
 * checkpoints of others to be cosigned (c2sp.org/tlog-witness).
 */
final class LedgerServlet extends TileServlet {

    static final String PATH = "/ledger/*";
    static final String PATTERN = "/ledger/**";

    /** A request has at most 63 hashes and a checkpoint with some signatures. */
    private static final int LONGEST_REQUEST = 64 * 1024;

    private static final int UNPROCESSABLE = 422;

    // set once by the container's thread, then only read
    private final transient CosigningOthers cosigning;

    LedgerServlet(PublishedTiles published, CosigningOthers cosigning) {
        super(published);
        this.cosigning = cosigning;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"/add-checkpoint".equals(request.getPathInfo())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_REQUEST + 1);
        if (body.length > LONGEST_REQUEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        AddCheckpoint asked;
        String origin;
        try {
            asked = AddCheckpoint.parse(body);
            origin = Checkpoint.parse(asked.note().text()).origin();
        } catch (InvalidNote | InvalidProof e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Optional<Answer> answer = cosigning.answer(origin, asked);
        if (answer.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (answer.get()) {
            case Answer.Cosigned(var line) -> answer(response, "text/plain;charset=utf-8", bytes(line + "\n"));
            case Answer.Unsigned() -> response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            case Answer.Impossible() -> response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            case Answer.Conflict(long cosigned, boolean _) -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                answer(response, "text/x.tlog.size", bytes(cosigned + "\n"));
            }
            case Answer.Unproven() -> response.setStatus(UNPROCESSABLE);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
