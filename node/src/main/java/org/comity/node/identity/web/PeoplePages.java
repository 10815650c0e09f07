package org.comity.node.identity.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Enrolment;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.comity.node.settings.ComitySettings;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works on this node: inviting, giving new keys, disabling. */
@Controller
@RequestMapping("/people")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class PeoplePages {

    private final People people;
    private final Enrolment enrolment;
    private final CurrentPerson current;
    private final ComitySettings settings;
    private final MessageSource words;
    private final Clock clock;

    PeoplePages(
            People people,
            Enrolment enrolment,
            CurrentPerson current,
            ComitySettings settings,
            MessageSource words,
            @WallClock Clock clock) {
        this.people = people;
        this.enrolment = enrolment;
        this.current = current;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        return page(model, locale, "", "", List.of(), new FormErrors());
    }

    @PostMapping
    String invite(
            @RequestParam String name,
            @RequestParam String signInName,
            @RequestParam(defaultValue = "") List<String> roles,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        try {
            String token = enrolment.invite(current.require(), name, signInName, rolesOf(roles));
            return handOver(token, name.strip(), next);
        } catch (Enrolment.Refused refused) {
            return page(model, locale, name, signInName, roles, refusal(refused, locale));
        }
    }

    @GetMapping("/{id}/new-link")
    String askBeforeNewLink(@PathVariable UUID id, Model model) {
        return ask(id, "new-link", model);
    }

    @PostMapping("/{id}/new-link")
    String startAnew(@PathVariable UUID id, Model model, Locale locale, RedirectAttributes next) {
        try {
            String token = enrolment.startAnew(current.require(), new PersonId(id));
            return handOver(token, someone(id).name(), next);
        } catch (Enrolment.Refused refused) {
            return page(model, locale, "", "", List.of(), refusal(refused, locale));
        }
    }

    @GetMapping("/{id}/disable")
    String askBeforeDisabling(@PathVariable UUID id, Model model) {
        return ask(id, "disable", model);
    }

    @PostMapping("/{id}/disable")
    String disable(@PathVariable UUID id, Model model, Locale locale) {
        try {
            enrolment.disable(current.require(), new PersonId(id));
            return "redirect:/people";
        } catch (Enrolment.Refused refused) {
            return page(model, locale, "", "", List.of(), refusal(refused, locale));
        }
    }

    /** Both acts end what the person has open, so they are asked for twice. */
    private String ask(UUID id, String act, Model model) {
        model.addAttribute("person", someone(id));
        model.addAttribute("act", act);
        return "identity/person-act";
    }

    private Person someone(UUID id) {
        return people.find(new PersonId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private FormErrors refusal(Enrolment.Refused refused, Locale locale) {
        return new FormErrors().add(refused.field(), words.getMessage(refused.key(), null, locale));
    }

    /** The link is shown once and never kept: it stands in the flash, not in an address or a log. */
    private String handOver(String token, String name, RedirectAttributes next) {
        next.addFlashAttribute("link", settings.publicUrl() + "/welcome/" + token);
        next.addFlashAttribute("linkFor", name);
        return "redirect:/people";
    }

    private String page(
            Model model, Locale locale, String name, String signInName, List<String> roles, FormErrors errors) {
        model.addAttribute("people", people.all(clock.instant()));
        model.addAttribute("roleChoices", roleChoices(locale));
        model.addAttribute("name", name);
        model.addAttribute("signInName", signInName);
        model.addAttribute("roles", roles);
        model.addAttribute("errors", errors);
        return "identity/people";
    }

    private Map<String, String> roleChoices(Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        for (Role role : Role.values()) {
            choices.put(role.name(), words.getMessage("identity.role." + role.name(), null, locale));
        }
        return choices;
    }

    private static Set<Role> rolesOf(List<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> names.contains(role.name())).forEach(roles::add);
        return roles;
    }
}
