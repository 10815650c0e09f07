package org.comity.node.identity.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Enrolment;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.ProviderAccounts;
import org.comity.node.identity.ProviderSettings;
import org.comity.node.identity.Role;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
    private final ProviderAccounts accounts;
    private final ProviderSettings provider;
    private final CurrentPerson current;
    private final ComitySettings settings;
    private final MessageSource words;
    private final Clock clock;

    PeoplePages(
            People people,
            Enrolment enrolment,
            ProviderAccounts accounts,
            ProviderSettings provider,
            CurrentPerson current,
            ComitySettings settings,
            MessageSource words,
            @WallClock Clock clock) {
        this.people = people;
        this.enrolment = enrolment;
        this.accounts = accounts;
        this.provider = provider;
        this.current = current;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        return page(model, locale, Form.EMPTY, new FormErrors());
    }

    @PostMapping
    String invite(@ModelAttribute Form form, Model model, Locale locale, RedirectAttributes next) {
        try {
            String token = enrolment.invite(
                    current.require(), form.name(), form.signInName(), form.chosenRoles(), form.chosenUnits());
            return handOver(token, form.name().strip(), next);
        } catch (Enrolment.Refused refused) {
            return page(model, locale, form, refusal(refused, locale));
        }
    }

    @GetMapping("/{id}")
    String person(@PathVariable UUID id, Model model, Locale locale) {
        return personPage(id, Form.of(someone(id)), new FormErrors(), model, locale);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id, @ModelAttribute Form form, Model model, Locale locale, RedirectAttributes next) {
        try {
            enrolment.change(current.require(), new PersonId(id), form.name(), form.chosenRoles(), form.chosenUnits());
            next.addFlashAttribute("changed", form.name().strip());
            return "redirect:/people";
        } catch (Enrolment.Refused refused) {
            return personPage(id, form, refusal(refused, locale), model, locale);
        }
    }

    private String personPage(UUID id, Form form, FormErrors errors, Model model, Locale locale) {
        model.addAttribute("person", someone(id));
        model.addAttribute("form", form);
        model.addAttribute("roleChoices", roleChoices(locale));
        model.addAttribute("errors", errors);
        return "identity/person";
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
            return page(model, locale, Form.EMPTY, refusal(refused, locale));
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
            return page(model, locale, Form.EMPTY, refusal(refused, locale));
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
        return new FormErrors().add(refused.field(), words.getMessage(refused.said(), locale));
    }

    /** The link is shown once and never kept: it stands in the flash, not in an address or a log. */
    private String handOver(String token, String name, RedirectAttributes next) {
        next.addFlashAttribute("link", settings.publicUrl() + "/welcome/" + token);
        next.addFlashAttribute("linkFor", name);
        return "redirect:/people";
    }

    @PostMapping("/accounts/{id}/link")
    String link(@PathVariable UUID id, @RequestParam UUID person) {
        accounts.link(current.require(), id, new PersonId(person));
        return "redirect:/people#accounts";
    }

    @PostMapping("/accounts/{id}/unlink")
    String unlink(@PathVariable UUID id) {
        accounts.unlink(current.require(), id);
        return "redirect:/people#accounts";
    }

    private String page(Model model, Locale locale, Form form, FormErrors errors) {
        model.addAttribute("accounts", provider.isSetUp() ? accounts.all() : null);
        model.addAttribute("people", people.all(clock.instant()));
        model.addAttribute("roleChoices", roleChoices(locale));
        model.addAttribute("form", form);
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

    /** What an administrator says of a person. @param units separated by commas */
    record Form(String name, String signInName, List<String> roles, String units) {

        static final Form EMPTY = new Form("", "", List.of(), "");

        Form(@Nullable String name, @Nullable String signInName, @Nullable List<String> roles, @Nullable String units) {
            this.name = name == null ? "" : name;
            this.signInName = signInName == null ? "" : signInName;
            this.roles = roles == null ? List.of() : List.copyOf(roles);
            this.units = units == null ? "" : units;
        }

        static Form of(Person person) {
            return new Form(
                    person.name(),
                    "",
                    person.ownRoles().stream().map(Role::name).toList(),
                    person.units().stream().sorted().collect(Collectors.joining(", ")));
        }

        Set<Role> chosenRoles() {
            return Role.named(roles);
        }

        Set<String> chosenUnits() {
            return Arrays.stream(units.split(","))
                    .map(String::strip)
                    .filter(unit -> !unit.isEmpty())
                    .collect(Collectors.toSet());
        }
    }
}
