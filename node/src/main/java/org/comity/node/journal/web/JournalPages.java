package org.comity.node.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.comity.node.journal.Journal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One step of this node, and why it can be believed. To whom an entry is not open, it does not exist. */
@Controller
class JournalPages {

    private final Journal journal;
    private final EntryReaders readers;

    JournalPages(Journal journal, EntryReaders readers) {
        this.journal = journal;
        this.readers = readers;
    }

    @GetMapping("/journal/{position:[0-9]{1,18}}")
    String entry(@PathVariable long position, HttpServletRequest request, Locale locale, Model model) {
        EntryView view = journal.find(position)
                .filter(entry -> readers.include(request, entry))
                .flatMap(entry -> journal.proofOf(position))
                .map(proven -> EntryView.of(proven, journal.checkpointOf(proven), locale))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("entry", view);
        return "journal/entry";
    }
}
