package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.comity.law.Translations;
import org.comity.node.atlas.View;
import org.comity.node.directory.Confirmation;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.Peers;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Role;
import org.comity.node.legislation.InstrumentProfile;
import org.comity.node.legislation.LawRegister;
import org.comity.node.legislation.StateProfile;
import org.comity.node.legislation.StateSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** States and instruments, to be read by everyone who is signed in. */
@Controller
class LawPages {

    private final LawRegister register;
    private final LawPictures pictures;
    private final Peers peers;
    private final OwnNode own;
    private final CurrentPerson current;
    private final Clock clock;

    LawPages(LawRegister register, LawPictures pictures, Peers peers, OwnNode own, CurrentPerson current, Clock clock) {
        this.register = register;
        this.pictures = pictures;
        this.peers = peers;
        this.own = own;
        this.current = current;
        this.clock = clock;
    }

    /** The sentences of the data set; a template asks for them in its own language. */
    @ModelAttribute("translations")
    Translations translations() {
        return register.translations();
    }

    @GetMapping("/law")
    String states(
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<String> instrument,
            @RequestParam Optional<String> group,
            @RequestParam(required = false) @Nullable String on,
            Model model,
            HttpServletResponse response) {
        ChosenDate date = chosen(on, model, response);
        StateSearch search = new StateSearch(q, instrument.filter(filled()), group.filter(filled()), date.day());
        model.addAttribute("search", search);
        model.addAttribute("states", register.find(search));
        model.addAttribute("instruments", register.instruments());
        model.addAttribute("groups", register.groups());
        return "legislation/states";
    }

    @GetMapping("/law/states/{code}")
    String state(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String on,
            Model model,
            HttpServletResponse response) {
        ChosenDate date = chosen(on, model, response);
        Optional<StateProfile> found = register.state(code, date.day());
        if (found.isEmpty()) {
            return unknown(code, model, response);
        }
        StateProfile profile = found.get();
        model.addAttribute("profile", profile);
        model.addAttribute(
                "contacts",
                profile.authorities().stream()
                        .map(authority -> new Contact(authority, Confirmation.of(authority.lastConfirmed(), clock)))
                        .toList());
        model.addAttribute("gaps", GapsOfState.of(register.gaps(profile.state(), date.day())));
        model.addAttribute("nodes", nodesOf(profile));
        model.addAttribute("ownState", own.state().equals(code(profile)));
        model.addAttribute(
                "mayAsk",
                current.find().filter(person -> person.is(Role.DUTY_OFFICER)).isPresent());
        return "legislation/state";
    }

    @GetMapping("/law/instruments")
    String instruments(@RequestParam(required = false) @Nullable String on, Model model, HttpServletResponse response) {
        ChosenDate date = chosen(on, model, response);
        model.addAttribute(
                "profiles",
                register.instruments().stream()
                        .flatMap(instrument -> register.instrument(instrument.id(), date.day()).stream())
                        .toList());
        return "legislation/instruments";
    }

    @GetMapping("/law/instruments/{id}")
    String instrument(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String on,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ChosenDate date = chosen(on, model, response);
        Optional<InstrumentProfile> found = register.instrument(id, date.day());
        if (found.isEmpty()) {
            return unknown(id, model, response);
        }
        model.addAttribute("profile", found.get());
        model.addAttribute(
                "picture",
                pictures.ties(View.SMALL, register.adherents(found.get().instrument(), date.day()), date, locale));
        return "legislation/instrument";
    }

    /** An answer that helps on: what is not there, and the search. */
    private static String unknown(String asked, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("asked", asked);
        return "legislation/unknown";
    }

    private ChosenDate chosen(@Nullable String on, Model model, HttpServletResponse response) {
        ChosenDate date = ChosenDate.of(on, clock);
        if (date.isRejected()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("date", date);
        return date;
    }

    private List<ServingNode> nodesOf(StateProfile profile) {
        return peers.all().stream()
                .filter(peer -> peer.card().state().equals(code(profile)))
                .map(ServingNode::of)
                .toList();
    }

    private static String code(StateProfile profile) {
        return profile.state().code().value();
    }

    private static Predicate<String> filled() {
        return text -> !text.isBlank();
    }
}
