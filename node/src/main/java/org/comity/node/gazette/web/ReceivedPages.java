package org.comity.node.gazette.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.FormErrors;
import org.comity.node.gazette.AnnouncementKind;
import org.comity.node.gazette.FollowingGazettes;
import org.comity.node.gazette.GazetteAddresses;
import org.comity.node.gazette.GazetteRefused;
import org.comity.node.gazette.ReadingGazettes;
import org.comity.node.gazette.Received;
import org.comity.node.gazette.TakingOver;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What other nodes announce: to read, to take over, or to decline. */
@Controller
class ReceivedPages {

    private static final int SHOWN = 25;

    private final ReadingGazettes reading;
    private final FollowingGazettes following;
    private final CurrentPerson current;
    private final MessageSource words;

    ReceivedPages(ReadingGazettes reading, FollowingGazettes following, CurrentPerson current, MessageSource words) {
        this.reading = reading;
        this.following = following;
        this.current = current;
        this.words = words;
    }

    /** A changed fact with its name in the reader's language. */
    record LineRow(String what, String before, String after) {}

    @GetMapping("/gazette")
    String list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int total = reading.count(new ReadingGazettes.Filter(kind, party, open, 1));
        int pages = Math.max(1, (total + SHOWN - 1) / SHOWN);
        var filter = new ReadingGazettes.Filter(kind, party, open, Math.min(page, pages));
        model.addAttribute("rows", reading.page(filter, SHOWN));
        model.addAttribute("filter", filter);
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("kinds", List.of(AnnouncementKind.values()));
        model.addAttribute("followed", reading.followed());
        return "gazette/announcements";
    }

    @GetMapping("/gazette/received/{party}/{id}")
    String one(@PathVariable String party, @PathVariable UUID id, Locale locale, Model model) {
        return show(received(party, id), new FormErrors(), locale, model);
    }

    @PostMapping("/gazette/received/{party}/{id}")
    String decide(
            @PathVariable String party,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String because,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Received received = received(party, id);
        try {
            switch (act) {
                case "take" -> {
                    String page = following.take(received.party(), id, current.require());
                    next.addFlashAttribute("said", "taken");
                    next.addFlashAttribute("page", page);
                }
                case "decline" -> {
                    following.decline(received.party(), id, because, current.require());
                    next.addFlashAttribute("said", "declined");
                }
                default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        } catch (GazetteRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var errors = new FormErrors().add(e.field(), words.getMessage(e.said(), locale));
            return show(received(party, id), errors, locale, model);
        }
        return "redirect:" + GazetteAddresses.of(received);
    }

    private String show(Received received, FormErrors errors, Locale locale, Model model) {
        Person person = current.require();
        Optional<TakingOver> room = reading.taking(received);
        Optional<TakingOver.Effect> effect =
                room.filter(it -> received.isOpen()).map(it -> it.effectOf(received));
        model.addAttribute("it", received);
        model.addAttribute("holds", reading.holds(received));
        model.addAttribute("effect", effect.orElse(null));
        model.addAttribute(
                "lines",
                effect.map(TakingOver.Effect::lines).orElse(List.of()).stream()
                        .map(line -> new LineRow(
                                Objects.requireNonNullElse(
                                        words.getMessage(line.what(), null, line.what(), locale), line.what()),
                                line.before(),
                                line.after()))
                        .toList());
        model.addAttribute(
                "mayTake",
                received.isOpen() && room.filter(it -> it.isOpenTo(person)).isPresent());
        model.addAttribute("errors", errors);
        return "gazette/announcement";
    }

    private Received received(String party, UUID id) {
        return reading.find(new PartyId(party), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
