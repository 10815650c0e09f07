package org.comity.node.oversight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.oversight.access.CommittingReadings;
import org.comity.node.oversight.access.Reading;
import org.comity.node.oversight.access.Readings;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.keep.AuditorFile;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who saw what: all of it for oversight, their own for everybody. */
@Controller
class ReadingPages {

    private static final int DAYS = 14;

    private final Readings readings;
    private final CommittingReadings committing;
    private final CurrentPerson current;
    private final Clock clock;

    ReadingPages(Readings readings, CommittingReadings committing, CurrentPerson current, Clock clock) {
        this.readings = readings;
        this.committing = committing;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/oversight/readings")
    @PreAuthorize("hasRole('OVERSEER')")
    String readings(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(defaultValue = "false") boolean compare,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var filter = new Readings.Filter(who, what, Days.asked(from, until, today()), refused);
        var shown = Math.max(1, page);
        fill(readings.found(filter, shown), shown, model);
        model.addAttribute("filter", filter);
        model.addAttribute("days", committing.days(1, DAYS, compare));
        return "oversight/readings";
    }

    @GetMapping("/oversight/readings.csv")
    @PreAuthorize("hasRole('OVERSEER')")
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(defaultValue = "1") int page) {
        var filter = new Readings.Filter(who, what, Days.asked(from, until, today()), refused);
        return StatisticsPages.sheet(
                "readings-%s-%s".formatted(filter.days().from(), filter.days().until()),
                AuditorFile.sheet(readings.found(filter, Math.max(1, page))));
    }

    /** Everybody may know what is written down of them. */
    @GetMapping("/readings")
    String own(@RequestParam(defaultValue = "1") int page, Model model) {
        var shown = Math.max(1, page);
        fill(readings.of(current.require(), shown), shown, model);
        return "oversight/own-readings";
    }

    private static void fill(List<Reading> found, int page, Model model) {
        var more = found.size() > Readings.PAGE;
        model.addAttribute("rows", more ? found.subList(0, Readings.PAGE) : found);
        model.addAttribute("page", page);
        model.addAttribute("more", more);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
