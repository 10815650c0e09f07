package org.comity.node.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.directory.Channel;
import org.comity.node.directory.Correspondent;
import org.comity.node.directory.CorrespondentRefused;
import org.comity.node.directory.Correspondents;
import org.comity.node.directory.MailContact;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.time.WallClock;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Organisations without a node: entered by one administrator, confirmed by another after a call back. */
@Controller
@RequestMapping("/directory/correspondents")
class CorrespondentPages {

    private static final String LIST = "redirect:/directory/correspondents";

    private final Correspondents correspondents;
    private final Peers peers;
    private final CurrentPerson current;
    private final MessageSource words;
    private final Clock wallClock;

    CorrespondentPages(
            Correspondents correspondents,
            Peers peers,
            CurrentPerson current,
            MessageSource words,
            @WallClock Clock wallClock) {
        this.correspondents = correspondents;
        this.peers = peers;
        this.current = current;
        this.words = words;
        this.wallClock = wallClock;
    }

    /** An organisation as the page shows it. */
    record Row(
            String party,
            String state,
            String organisation,
            List<String> functions,
            List<String> languages,
            String channel,
            Optional<String> address,
            Optional<String> fingerprint,
            Optional<OffsetDateTime> expiresAt,
            Optional<PeerRow.Validity> validity,
            String place,
            OffsetDateTime addedAt,
            String addedBy,
            Optional<OffsetDateTime> confirmedAt,
            String confirmedBy,
            String confirmedHow,
            boolean mayConfirm) {}

    /** What was typed. */
    record Typed(
            String party, String organisation, List<String> functions, String languages, String address, String place) {
        static final Typed NOTHING = new Typed("", "", List.of(), "", "", "");
    }

    @GetMapping
    String list(Model model, Locale locale) {
        return list(model, locale, Typed.NOTHING, new FormErrors());
    }

    private String list(Model model, Locale locale, Typed typed, FormErrors errors) {
        Person viewer = current.require();
        model.addAttribute(
                "rows",
                correspondents.all().stream().map(it -> row(it, viewer, locale)).toList());
        model.addAttribute("administrator", viewer.is(Role.ADMINISTRATOR));
        model.addAttribute("typed", typed);
        model.addAttribute("functions", functions(locale));
        model.addAttribute("errors", errors);
        return "directory/correspondents";
    }

    @PostMapping
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String enter(
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") List<String> functions,
            @RequestParam(defaultValue = "") String languages,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String place,
            @RequestParam MultipartFile certificate,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        Typed typed = new Typed(party.strip(), organisation, functions, languages, address.strip(), place);
        try {
            Optional<MailContact> mail = typed.address().isEmpty() && certificate.isEmpty()
                    ? Optional.empty()
                    : Optional.of(MailContact.read(typed.address(), certificate.getBytes(), wallClock));
            correspondents.enter(
                    new Correspondents.Entry(
                            new PartyId(typed.party()),
                            organisation,
                            functions.stream().map(NodeFunction::of).collect(Collectors.toSet()),
                            Arrays.stream(languages
                                            .strip()
                                            .toLowerCase(Locale.ROOT)
                                            .split("[\\s,]+"))
                                    .filter(it -> !it.isEmpty())
                                    .toList(),
                            mail,
                            place),
                    current.require());
            next.addFlashAttribute("done", "entered");
            next.addFlashAttribute("doneParty", typed.party());
            return LIST;
        } catch (CorrespondentRefused refused) {
            return refused(model, locale, response, typed, refused.field(), refused.said());
        } catch (IllegalArgumentException e) {
            return refused(model, locale, response, typed, "party", Said.of("directory.refused.party-form"));
        }
    }

    @GetMapping("/{party}/confirmation")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String askConfirmation(@PathVariable String party, Model model, Locale locale) {
        return confirmation(require(party), model, locale, new FormErrors(), "");
    }

    private String confirmation(Correspondent entry, Model model, Locale locale, FormErrors errors, String how) {
        model.addAttribute("row", row(entry, current.require(), locale));
        model.addAttribute(
                "fingerprint",
                entry.mail()
                        .map(it -> List.of(it.fingerprint().toString().split(" ")))
                        .orElse(List.of()));
        model.addAttribute("errors", errors);
        model.addAttribute("how", how);
        return "directory/correspondent-confirmation";
    }

    @PostMapping("/{party}/confirmation")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String confirm(
            @PathVariable String party,
            @RequestParam(defaultValue = "") String how,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        Correspondent entry = require(party);
        try {
            correspondents.confirm(entry.party(), how, current.require());
            next.addFlashAttribute("done", "confirmed");
            next.addFlashAttribute("doneParty", party);
            return LIST;
        } catch (CorrespondentRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return confirmation(
                    entry,
                    model,
                    locale,
                    new FormErrors().add(refused.field(), words.getMessage(refused.said(), locale)),
                    how);
        }
    }

    @PostMapping("/{party}/removal")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String remove(@PathVariable String party, RedirectAttributes next) {
        correspondents.remove(require(party).party(), current.require());
        next.addFlashAttribute("done", "removed");
        next.addFlashAttribute("doneParty", party);
        return LIST;
    }

    /** A peer that can't be reached over the network gets packets meanwhile. */
    @PostMapping("/peers/{party}/channel")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String reach(@PathVariable String party, @RequestParam String channel, RedirectAttributes next) {
        try {
            peers.reach(
                    new PartyId(party), Channel.of(channel), current.require().name());
        } catch (IllegalArgumentException | Peers.UnknownPeer e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
        next.addFlashAttribute("done", "REACH");
        next.addFlashAttribute("doneParty", party);
        return "redirect:/directory/peers";
    }

    private String refused(
            Model model, Locale locale, HttpServletResponse response, Typed typed, String field, Said why) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return list(model, locale, typed, new FormErrors().add(field, words.getMessage(why, locale)));
    }

    private Correspondent require(String party) {
        try {
            return correspondents
                    .find(new PartyId(party))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }

    private Map<String, String> functions(Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (NodeFunction function : NodeFunction.values()) {
            choices.put(function.token(), words.getMessage(function.said(), locale));
        }
        return choices;
    }

    private Row row(Correspondent entry, Person viewer, Locale locale) {
        return new Row(
                entry.party().value(),
                entry.state(),
                entry.organisation(),
                entry.functions().stream()
                        .map(it -> words.getMessage(it.said(), locale))
                        .sorted()
                        .toList(),
                entry.languages(),
                words.getMessage(entry.channel().said(), locale),
                entry.mail().map(MailContact::address),
                entry.mail().map(it -> it.fingerprint().toString()),
                entry.mail().map(it -> it.expiresAt().atOffset(ZoneOffset.UTC)),
                entry.mail().map(it -> PeerRow.Validity.of(it.expiresAt(), wallClock.instant())),
                entry.place(),
                entry.addedAt().atOffset(ZoneOffset.UTC),
                entry.addedBy(),
                entry.confirmed().map(it -> it.at().atOffset(ZoneOffset.UTC)),
                entry.confirmed().map(Correspondent.Confirmed::by).orElse(""),
                entry.confirmed().map(Correspondent.Confirmed::how).orElse(""),
                entry.confirmed().isEmpty() && correspondents.mayConfirm(entry.party(), viewer));
    }
}
