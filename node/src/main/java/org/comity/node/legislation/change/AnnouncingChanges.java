package org.comity.node.legislation.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.comity.node.frame.Said;
import org.comity.node.gazette.AnnouncementKind;
import org.comity.node.gazette.GazetteRefused;
import org.comity.node.gazette.OwnGazette;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes each published edition public in the gazette, in its own transaction; what is taken back here is taken back there.
 * Changes that came from another's gazette are not announced again: their publisher speaks for itself. Bills are no law.
 */
@Component
class AnnouncingChanges {

    static final String ROWS = "rows";

    /** Leaves room for the frame of an entry, and for characters that JSON writes longer. */
    private static final int BYTES_OF_ROWS = 40_000;

    private final OwnGazette gazette;

    AnnouncingChanges(OwnGazette gazette) {
        this.gazette = gazette;
    }

    @EventListener
    void on(ChangeStep step) {
        Proposal proposal = step.proposal();
        switch (step.event()) {
            case PUBLISHED -> {
                if (proposal.origin().isEmpty() && !rows(proposal).isEmpty()) {
                    announce(proposal, step.actor());
                }
            }
            case REVERTED ->
                gazette.standingAbout(step.subject())
                        .forEach(it -> gazette.revoke(it.position(), step.reason(), step.actor()));
            case SUBMITTED, WITHDRAWN, SENT_BACK, REFUSED, NO_LONGER_FITS, FITS_AGAIN -> {
                // nobody outside need know
            }
        }
    }

    private static List<ProposedRow> rows(Proposal proposal) {
        return proposal.rows().stream()
                .filter(row -> row.kind().form().isPresent())
                .toList();
    }

    private void announce(Proposal proposal, String by) {
        List<List<Map<String, Object>>> parts = parts(rows(proposal));
        for (int part = 0; part < parts.size(); part++) {
            String number = parts.size() == 1 ? "" : " (%d/%d)".formatted(part + 1, parts.size());
            gazette.publish(
                    AnnouncementKind.LAW_CHANGE,
                    "law-change:" + proposal.id(),
                    title(proposal) + number,
                    Map.of("edition", proposal.edition().orElseThrow(), "why", proposal.why(), ROWS, parts.get(part)),
                    by);
        }
    }

    private static String title(Proposal proposal) {
        String states = String.join(", ", new TreeSet<>(proposal.states()));
        String facts = proposal.rows().size() == 1
                ? proposal.row().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : proposal.rows().size() + " facts";
        String about = String.join(", ", proposal.instruments());
        return Optional.of(states)
                        .filter(it -> !it.isEmpty())
                        .map(it -> it + ": ")
                        .orElse("")
                + facts
                + (about.isEmpty() ? "" : " · " + about);
    }

    /** As many rows together as fit into one entry of a tiled log; their order is kept. */
    private static List<List<Map<String, Object>>> parts(List<ProposedRow> rows) {
        List<List<Map<String, Object>>> parts = new ArrayList<>();
        List<Map<String, Object>> part = new ArrayList<>();
        int bytes = 0;
        for (ProposedRow row : rows) {
            int size = row.cells().toString().getBytes(StandardCharsets.UTF_8).length;
            if (size > BYTES_OF_ROWS) {
                throw new GazetteRefused("", Said.of("gazette.refused.long", BYTES_OF_ROWS / 1000));
            }
            if (bytes + size > BYTES_OF_ROWS) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(Map.of("kind", row.kind().name(), "cells", row.cells()));
            bytes += size;
        }
        parts.add(part);
        return parts;
    }
}
