package org.comity.node.gazette.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.gazette.AnnouncementKind;
import org.comity.node.gazette.AnnouncingByHand;
import org.comity.node.gazette.FollowingGazettes;
import org.comity.node.gazette.GazetteAddresses;
import org.comity.node.gazette.GazetteRefused;
import org.comity.node.gazette.OwnGazette;
import org.comity.node.gazette.Published;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What this node has made public, and the forms by which a person adds to it. */
@Controller
@RequestMapping("/gazette/own")
class OwnPages {

    private static final int SHOWN = 25;

    private final OwnGazette gazette;
    private final AnnouncingByHand announcing;
    private final OwnNode own;
    private final Peers peers;
    private final CurrentPerson current;
    private final MessageSource words;

    OwnPages(
            OwnGazette gazette,
            AnnouncingByHand announcing,
            OwnNode own,
            Peers peers,
            CurrentPerson current,
            MessageSource words) {
        this.gazette = gazette;
        this.announcing = announcing;
        this.own = own;
        this.peers = peers;
        this.current = current;
        this.words = words;
    }

    /** As typed. */
    record Draft(String kind, String title, String text) {
        static final Draft NONE = new Draft("", "", "");
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        return list(page, Draft.NONE, new FormErrors(), locale, model);
    }

    @PostMapping
    String announce(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            AnnouncementKind chosen = Stream.of(AnnouncementKind.values())
                    .filter(it -> it.isText() && it.token().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new GazetteRefused("kind", Said.of("gazette.refused.kind")));
            return published(announcing.text(chosen, title, text, current.require()), next);
        } catch (GazetteRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(1, new Draft(kind, title, text), errors(e, locale), locale, model);
        }
    }

    @PostMapping("/introduction")
    String introduce(
            @RequestParam(defaultValue = "") String peer,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            if (peer.isBlank()) {
                throw new GazetteRefused("peer", Said.of("gazette.refused.choose"));
            }
            return published(announcing.introduce(new PartyId(peer), current.require()), next);
        } catch (GazetteRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(1, Draft.NONE, errors(e, locale), locale, model);
        }
    }

    private static String published(Published published, RedirectAttributes next) {
        next.addFlashAttribute("said", "published");
        return "redirect:" + GazetteAddresses.of(published);
    }

    private FormErrors errors(GazetteRefused refused, Locale locale) {
        return new FormErrors().add(refused.field(), words.getMessage(refused.said(), locale));
    }

    private String list(int page, Draft draft, FormErrors errors, Locale locale, Model model) {
        Person person = current.require();
        int pages = (int) Math.max(1, (gazette.size() + SHOWN - 1) / SHOWN);
        int shown = Math.clamp(page, 1, pages);
        Map<String, String> kinds = new LinkedHashMap<>();
        Stream.of(AnnouncementKind.values())
                .filter(AnnouncementKind::isText)
                .forEach(it -> kinds.put(
                        it.token(), words.getMessage("gazette.kind." + it.token(), null, it.token(), locale)));
        Map<String, String> known = new LinkedHashMap<>();
        for (Peer peer : peers.all()) {
            known.put(peer.party().value(), peer.organisation() + " (" + peer.party() + ")");
        }
        model.addAttribute("rows", gazette.page(shown, SHOWN));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("size", gazette.size());
        model.addAttribute("origin", gazette.origin());
        model.addAttribute("address", own.url() + "/gazette/log/");
        model.addAttribute("checkpoint", gazette.checkpoint().toString());
        model.addAttribute("kinds", kinds);
        model.addAttribute("peers", known);
        model.addAttribute("draft", draft);
        model.addAttribute("mayAnnounce", AnnouncingByHand.mayAnnounce(person));
        model.addAttribute("mayIntroduce", FollowingGazettes.mayFollow(person));
        model.addAttribute("errors", errors);
        return "gazette/own";
    }

    @GetMapping("/{position:[0-9]{1,18}}")
    String one(@PathVariable long position, Model model) {
        return one(position, new FormErrors(), model);
    }

    @PostMapping("/{position:[0-9]{1,18}}")
    String revoke(
            @PathVariable long position,
            @RequestParam(defaultValue = "") String why,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            announcing.revoke(position, why, current.require());
            next.addFlashAttribute("said", "revoked");
            return "redirect:/gazette/own/" + position;
        } catch (GazetteRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return one(position, errors(e, locale), model);
        }
    }

    private String one(long position, FormErrors errors, Model model) {
        Published published =
                gazette.find(position).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("it", published);
        model.addAttribute(
                "mayRevoke",
                AnnouncingByHand.mayAnnounce(current.require())
                        && published.revokedBy().isEmpty()
                        && !published.announcement().kind().equals(AnnouncementKind.REVOCATION.token()));
        model.addAttribute("errors", errors);
        return "gazette/published";
    }
}
