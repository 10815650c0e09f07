package org.comity.node.gazette.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.gazette.AnnouncementKind;
import org.comity.node.gazette.Followed;
import org.comity.node.gazette.FollowingGazettes;
import org.comity.node.gazette.GazetteRefused;
import org.comity.node.gazette.LookingAtGazettes;
import org.comity.node.gazette.LookingAtGazettes.Outcome;
import org.comity.node.gazette.ReadingGazettes;
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

/** Whose gazettes are followed, how they fare, and by which rules. */
@Controller
@RequestMapping("/gazette/followed")
class FollowedPages {

    private final ReadingGazettes reading;
    private final FollowingGazettes following;
    private final LookingAtGazettes looking;
    private final Peers peers;
    private final CurrentPerson current;
    private final MessageSource words;

    FollowedPages(
            ReadingGazettes reading,
            FollowingGazettes following,
            LookingAtGazettes looking,
            Peers peers,
            CurrentPerson current,
            MessageSource words) {
        this.reading = reading;
        this.following = following;
        this.looking = looking;
        this.peers = peers;
        this.current = current;
        this.words = words;
    }

    /** A standing rule as its switch shows it. */
    record Rule(AnnouncementKind kind, boolean applies, boolean mayChange) {}

    record Row(Followed followed, String organisation, List<Rule> rules) {}

    @GetMapping
    String list(Model model) {
        return show(new FormErrors(), "", model);
    }

    @PostMapping
    String follow(
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String address,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            Followed followed = following.follow(party(party), address, current.require());
            looking.soon(followed.party());
            next.addFlashAttribute("said", "followed");
            return "redirect:/gazette/followed";
        } catch (GazetteRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(new FormErrors().add(e.field(), words.getMessage(e.said(), locale)), address, model);
        }
    }

    @PostMapping("/{party}")
    String act(
            @PathVariable String party,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String kind,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Person person = current.require();
        PartyId id = party(party);
        try {
            switch (act) {
                case "look" -> {
                    Outcome outcome = looking.look(id);
                    next.addFlashAttribute("said", outcome instanceof Outcome.Read ? "looked" : "trouble");
                    next.addFlashAttribute("count", outcome instanceof Outcome.Read(int count) ? count : 0);
                }
                case "stop" -> following.stop(id, person);
                case "go-on" -> following.follow(id, "", person);
                case "hold", "apply" -> following.rule(id, kind(kind), act.equals("apply"), person);
                default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            if (act.equals("apply") || act.equals("go-on")) {
                looking.soon(id);
            }
        } catch (GazetteRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(new FormErrors().add(e.field(), words.getMessage(e.said(), locale)), "", model);
        }
        return "redirect:/gazette/followed";
    }

    private static PartyId party(String text) {
        try {
            return new PartyId(text);
        } catch (IllegalArgumentException e) {
            throw new GazetteRefused("party", Said.of("gazette.refused.choose"));
        }
    }

    private static AnnouncementKind kind(String token) {
        return FollowingGazettes.WITH_RULE.stream()
                .filter(it -> it.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private String show(FormErrors errors, String address, Model model) {
        Person person = current.require();
        List<Followed> followed = reading.followed();
        Map<String, String> offered = new LinkedHashMap<>();
        for (Peer peer : peers.all()) {
            if (followed.stream().noneMatch(it -> it.party().equals(peer.party()))) {
                offered.put(peer.party().value(), peer.organisation() + " (" + peer.party() + ")");
            }
        }
        model.addAttribute("rows", followed.stream().map(it -> row(it, person)).toList());
        model.addAttribute("offered", offered);
        model.addAttribute("address", address);
        model.addAttribute("mayFollow", FollowingGazettes.mayFollow(person));
        model.addAttribute("errors", errors);
        return "gazette/followed";
    }

    private Row row(Followed followed, Person person) {
        List<Rule> rules = FollowingGazettes.WITH_RULE.stream()
                .sorted()
                .map(kind -> new Rule(kind, followed.applies(kind), FollowingGazettes.mayApply(person, kind)))
                .toList();
        return new Row(
                followed, peers.find(followed.party()).map(Peer::organisation).orElse(""), rules);
    }
}
