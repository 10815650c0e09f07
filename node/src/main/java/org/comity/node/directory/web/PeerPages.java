package org.comity.node.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.comity.node.directory.CardRefused;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.directory.web.PeerRow.CardView;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The nodes that this one trusts. Everyone who is signed in reads them; administrators change them, and to everyone else
 * the pages that change them do not exist.
 */
@Controller
class PeerPages {

    private static final String LIST = "redirect:/directory/peers";

    private final Peers peers;
    private final OwnNode own;
    private final CurrentPerson current;
    private final Clock clock;
    private final MessageSource words;

    PeerPages(Peers peers, OwnNode own, CurrentPerson current, Clock clock, MessageSource words) {
        this.peers = peers;
        this.own = own;
        this.current = current;
        this.clock = clock;
        this.words = words;
    }

    @GetMapping("/directory/peers")
    String list(Model model) {
        model.addAllAttributes(list());
        return "directory/peers";
    }

    @GetMapping("/directory/own-card")
    ResponseEntity<byte[]> ownCard() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(own.party() + ".card.json")
                                .build()
                                .toString())
                .body(own.card().bytes());
    }

    /** First step: shows what an uploaded card says. Nothing is kept; the second step brings the card again. */
    @PostMapping("/directory/peers/card")
    String check(@RequestParam("card") MultipartFile file, Model model, HttpServletResponse response)
            throws IOException {
        requireAdministrator();
        if (file.isEmpty()) {
            return refused(Said.of("directory.refused.no-file"), model, response);
        }
        try {
            NodeCard card = NodeCard.read(file.getBytes(), clock);
            peers.requireForeign(card);
            return confirmation(card, model);
        } catch (CardRefused refused) {
            return refused(refused.said(), model, response);
        }
    }

    /** Second step: adds the card whose fingerprint the person has compared. */
    @PostMapping("/directory/peers")
    String add(
            @RequestParam("card") String encoded,
            @RequestParam("fingerprint") String seen,
            @RequestParam(name = "compared", defaultValue = "false") boolean compared,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Person person = requireAdministrator();
        try {
            NodeCard card = NodeCard.read(decoded(encoded), clock);
            if (!card.fingerprint().hex().equals(seen)) {
                throw new CardRefused(Said.of("directory.refused.not-shown"));
            }
            if (!compared) {
                model.addAttribute("notCompared", true);
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return confirmation(card, model);
            }
            CardCheck effect = take(card, person);
            next.addFlashAttribute("done", effect.name());
            next.addFlashAttribute("doneParty", card.party().value());
            return LIST;
        } catch (CardRefused refused) {
            return refused(refused.said(), model, response);
        }
    }

    private CardCheck take(NodeCard card, Person person) {
        CardCheck effect = CardCheck.of(card, peers.find(card.party()));
        switch (effect) {
            case ADD, RENEW -> peers.add(card, person.name());
            case REPLACE -> peers.replace(card, person.name());
        }
        peers.confirm(card.party(), person.name());
        return effect;
    }

    @GetMapping("/directory/peers/{party}/removal")
    String askRemoval(@PathVariable String party, Model model) {
        requireAdministrator();
        model.addAttribute("peer", PeerRow.of(require(party), clock.instant()));
        return "directory/peer-removal";
    }

    @PostMapping("/directory/peers/{party}/removal")
    String remove(@PathVariable String party, RedirectAttributes next) {
        Person person = requireAdministrator();
        Peer peer = require(party);
        peers.remove(peer.party(), person.name());
        next.addFlashAttribute("done", "REMOVE");
        next.addFlashAttribute("doneParty", peer.party().value());
        return LIST;
    }

    private String refused(Said why, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAllAttributes(list());
        model.addAttribute("refused", words.getMessage(why, LocaleContextHolder.getLocale()));
        return "directory/peers";
    }

    private Map<String, Object> list() {
        return Map.of(
                "own",
                CardView.of(own.card(), clock.instant()),
                "peers",
                peers.all().stream()
                        .map(peer -> PeerRow.of(peer, clock.instant()))
                        .toList(),
                "administrator",
                current.require().is(Role.ADMINISTRATOR));
    }

    private String confirmation(NodeCard card, Model model) {
        Optional<Peer> known = peers.find(card.party());
        model.addAttribute("view", CardView.of(card, clock.instant()));
        model.addAttribute("check", CardCheck.of(card, known));
        known.ifPresent(peer -> model.addAttribute("known", PeerRow.of(peer, clock.instant())));
        model.addAttribute("fingerprint", card.fingerprint().hex());
        model.addAttribute("encoded", Base64.getEncoder().encodeToString(card.bytes()));
        return "directory/peer-check";
    }

    private Person requireAdministrator() {
        Person person = current.require();
        if (!person.is(Role.ADMINISTRATOR)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return person;
    }

    private Peer require(String party) {
        try {
            return peers.find(new PartyId(party)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }

    private static byte[] decoded(String encoded) {
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw new CardRefused(Said.of("directory.refused.not-whole"));
        }
    }
}
