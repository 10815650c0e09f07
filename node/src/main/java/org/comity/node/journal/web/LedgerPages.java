package org.comity.node.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.SignedNote;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.journal.Contradiction;
import org.comity.node.journal.Cosignatures;
import org.comity.node.journal.Entry;
import org.comity.node.journal.Journal;
import org.comity.node.journal.OtherJournals;
import org.comity.node.journal.Seen;
import org.comity.node.journal.Witnessed;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the journal stands: what it signs, who witnessed it, what was seen of others, its entries and its erasures. */
@Controller
class LedgerPages {

    private static final int SHOWN = 50;

    /** How far back entries are looked for that the reader may see. */
    private static final int LOOKED_AT = 1000;

    private static final int SHORTEST_REASON = 8;
    private static final int LONGEST_REASON = 500;

    private final Journal journal;
    private final Cosignatures cosignatures;
    private final OtherJournals others;
    private final EntryReaders readers;
    private final MessageSource words;

    LedgerPages(
            Journal journal,
            Cosignatures cosignatures,
            OtherJournals others,
            EntryReaders readers,
            MessageSource words) {
        this.journal = journal;
        this.cosignatures = cosignatures;
        this.others = others;
        this.readers = readers;
        this.words = words;
    }

    /** An entry as the list shows it. */
    record Row(long position, OffsetDateTime at, String what, String subject, String actor, boolean erased) {}

    /** @param behind how many entries came since */
    record WitnessRow(String party, long size, OffsetDateTime at, long behind) {}

    /** What was seen of another's journal. */
    record SeenRow(String party, String origin, long size, OffsetDateTime at) {}

    /** Two histories of one journal. */
    record ContradictionRow(
            long id,
            boolean ours,
            String party,
            String nature,
            OffsetDateTime at,
            String seen,
            String shown,
            Optional<OffsetDateTime> settledAt,
            String settledBy,
            String because) {}

    /** One erasure as the register shows it. */
    record ErasureRow(long position, String what, OffsetDateTime at, String because, String by, long recordedAt) {}

    @GetMapping("/journal")
    String show(@RequestParam(defaultValue = "") String subject, HttpServletRequest request, Model model) {
        return show(subject.strip(), request, model, new FormErrors(), 0);
    }

    private String show(String subject, HttpServletRequest request, Model model, FormErrors errors, long wrong) {
        SignedNote note = journal.checkpoint();
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        model.addAttribute("origin", journal.origin());
        model.addAttribute("size", checkpoint.size());
        model.addAttribute("root", checkpoint.root().base64());
        model.addAttribute("checkpoint", note.toString());
        model.addAttribute("erasures", journal.erasureCount());
        model.addAttribute("overseer", mayKnowPeers(request));
        model.addAttribute("errors", errors);
        model.addAttribute("wrong", wrong);
        if (mayKnowPeers(request)) {
            model.addAttribute(
                    "witnesses",
                    cosignatures.last().stream()
                            .map(it -> row(it, checkpoint.size()))
                            .toList());
            model.addAttribute(
                    "seen", others.seen().stream().map(LedgerPages::row).toList());
            model.addAttribute(
                    "contradictions",
                    others.contradictions().stream().map(LedgerPages::row).toList());
        }
        model.addAttribute("subject", subject);
        model.addAttribute("rows", rows(subject, request));
        return "journal/ledger";
    }

    @GetMapping("/journal/erasures")
    @PreAuthorize("hasAnyRole('OVERSEER', 'ADMINISTRATOR', 'LAWYER')")
    String erasures(@RequestParam(defaultValue = "1") int page, Model model) {
        int pages = (int) Math.max(1, (journal.erasureCount() + SHOWN - 1) / SHOWN);
        int shown = Math.clamp(page, 1, pages);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "rows",
                journal.erasures(shown - 1, SHOWN).stream()
                        .map(it -> new ErasureRow(
                                it.position(),
                                it.what().replace('-', ' '),
                                utc(it.at()),
                                it.because(),
                                it.by(),
                                it.recordedAt()))
                        .toList());
        return "journal/erasures";
    }

    @PostMapping("/journal/contradictions/{id}")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String accept(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String because,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        if (because.strip().length() < SHORTEST_REASON || because.strip().length() > LONGEST_REASON) {
            FormErrors errors = new FormErrors();
            errors.add(
                    "because",
                    words.getMessage(Said.of("journal.refused.because", SHORTEST_REASON, LONGEST_REASON), locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show("", request, model, errors, id);
        }
        if (others.accept(id, because.strip(), request.getUserPrincipal().getName())) {
            next.addFlashAttribute("accepted", true);
        }
        return "redirect:/journal";
    }

    /** With whom this node exchanges is not for everybody on it. */
    private static boolean mayKnowPeers(HttpServletRequest request) {
        return request.isUserInRole("OVERSEER")
                || request.isUserInRole("ADMINISTRATOR")
                || request.isUserInRole("LAWYER")
                || request.isUserInRole("DUTY_OFFICER");
    }

    private List<Row> rows(String subject, HttpServletRequest request) {
        List<Row> rows = new ArrayList<>();
        if (!subject.isEmpty()) {
            journal.entriesAbout(subject).reversed().stream()
                    .filter(entry -> readers.include(request, entry))
                    .limit(LOOKED_AT)
                    .forEach(entry -> rows.add(row(entry)));
            return rows;
        }
        for (Entry entry : journal.entriesBefore(Long.MAX_VALUE, LOOKED_AT)) {
            if (rows.size() < SHOWN && readers.include(request, entry)) {
                rows.add(row(entry));
            }
        }
        return rows;
    }

    private static Row row(Entry entry) {
        return new Row(
                entry.position(),
                utc(entry.happenedAt()),
                entry.what().replace('-', ' '),
                entry.subject(),
                entry.actor(),
                entry.isErased());
    }

    private static WitnessRow row(Witnessed witnessed, long size) {
        return new WitnessRow(witnessed.party(), witnessed.size(), utc(witnessed.at()), size - witnessed.size());
    }

    private static SeenRow row(Seen seen) {
        return new SeenRow(seen.party(), seen.origin(), seen.checkpoint().size(), utc(seen.at()));
    }

    private static ContradictionRow row(Contradiction found) {
        return new ContradictionRow(
                found.id(),
                found.side() == Contradiction.Side.OURS,
                found.party(),
                found.nature().name().toLowerCase(Locale.ROOT),
                utc(found.at()),
                found.seen(),
                found.shown(),
                found.settledAt().map(LedgerPages::utc),
                found.settledBy().orElse(""),
                found.because().orElse(""));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
