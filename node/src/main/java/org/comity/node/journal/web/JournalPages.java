package org.comity.node.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.journal.Entry;
import org.comity.node.journal.Journal;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One step of this node, and why it can be believed. To whom an entry is not open, it does not exist. */
@Controller
class JournalPages {

    private static final int SHORTEST_REASON = 8;
    private static final int LONGEST_REASON = 500;

    private final Journal journal;
    private final EntryReaders readers;
    private final MessageSource words;

    JournalPages(Journal journal, EntryReaders readers, MessageSource words) {
        this.journal = journal;
        this.readers = readers;
        this.words = words;
    }

    @GetMapping("/journal/{position:[0-9]{1,18}}")
    String entry(@PathVariable long position, HttpServletRequest request, Locale locale, Model model) {
        return show(position, request, locale, model, new FormErrors(), "");
    }

    /** The entry with its proof as one small file, for somebody who has no node. */
    @GetMapping("/journal/{position:[0-9]{1,18}}/proof")
    ResponseEntity<byte[]> proof(
            @PathVariable long position, @RequestParam(defaultValue = "all") String show, HttpServletRequest request) {
        open(position, request);
        return journal.disclose(position, show.equals("all"))
                .map(disclosure -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(disclosure.fileName(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(disclosure.bytes()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/journal/{position:[0-9]{1,18}}/erasure")
    String erase(
            @PathVariable long position,
            @RequestParam(defaultValue = "") String because,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Entry entry = open(position, request);
        if (!readers.mayErase(request, entry)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        FormErrors errors = new FormErrors();
        if (because.strip().length() < SHORTEST_REASON || because.strip().length() > LONGEST_REASON) {
            errors.add(
                    "because",
                    words.getMessage(Said.of("journal.refused.because", SHORTEST_REASON, LONGEST_REASON), locale));
        }
        if (!sure.equals("yes")) {
            errors.add("sure", words.getMessage(Said.of("journal.refused.sure"), locale));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(position, request, locale, model, errors, because);
        }
        journal.erase(position, because.strip(), request.getUserPrincipal().getName());
        next.addFlashAttribute("erased", true);
        return "redirect:/journal/" + position;
    }

    private String show(
            long position, HttpServletRequest request, Locale locale, Model model, FormErrors errors, String because) {
        Entry entry = open(position, request);
        EntryView view = journal.proofOf(position)
                .map(proven -> EntryView.of(proven, journal.checkpointOf(proven), locale))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("entry", view);
        model.addAttribute("mayErase", view.erasure() == null && readers.mayErase(request, entry));
        model.addAttribute("errors", errors);
        model.addAttribute("because", because);
        model.addAttribute("sureness", Map.of("yes", words.getMessage(Said.of("journal.erase.yes"), locale)));
        return "journal/entry";
    }

    private Entry open(long position, HttpServletRequest request) {
        return journal.find(position)
                .filter(entry -> readers.include(request, entry))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
