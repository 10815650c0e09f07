package org.comity.node.identity.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Reminder;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Delegation;
import org.comity.node.identity.Enrolment;
import org.comity.node.identity.LendingRoles;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.comity.node.identity.StandIn;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lending roles for a while, and taking them back. */
@Controller
@RequestMapping("/account/stand-ins")
class StandInPages {

    /** As the page reads it. @param standing coming, now or over */
    record Shown(
            UUID id,
            boolean mine,
            String other,
            List<Role> roles,
            String from,
            String until,
            String because,
            String standing) {}

    private final LendingRoles lending;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource words;
    private final Clock clock;

    StandInPages(LendingRoles lending, People people, CurrentPerson current, MessageSource words, Clock clock) {
        this.lending = lending;
        this.people = people;
        this.current = current;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String page(Model model, Locale locale) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return page(
                "", List.of(), minute(now), minute(now.plus(7, ChronoUnit.DAYS)), "", new FormErrors(), model, locale);
    }

    @PostMapping
    String lend(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String because,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        var errors = new FormErrors();
        var startsAt = at("from", from, errors, locale);
        var endsAt = at("until", until, errors, locale);
        if (errors.isEmpty()) {
            try {
                var lent = lending.lend(current.require(), taker(to), Role.named(roles), startsAt, endsAt, because);
                next.addFlashAttribute("lentTo", lent.taker());
                return "redirect:/account/stand-ins";
            } catch (Enrolment.Refused refused) {
                errors.add(refused.field(), words.getMessage(refused.said(), locale));
            }
        }
        return page(to, roles, from, until, because, errors, model, locale);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes next) {
        lending.end(current.require(), id);
        next.addFlashAttribute("ended", true);
        return "redirect:/account/stand-ins";
    }

    private String page(
            String to,
            List<String> roles,
            String from,
            String until,
            String because,
            FormErrors errors,
            Model model,
            Locale locale) {
        var person = current.require();
        model.addAttribute(
                "lendings",
                lending.of(person).stream()
                        .map(lent -> shown(lent, person, locale))
                        .toList());
        model.addAttribute("takers", takers(person));
        model.addAttribute("roleChoices", lendable(person, locale));
        model.addAttribute("to", to);
        model.addAttribute("roles", roles);
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        model.addAttribute("because", because);
        model.addAttribute("errors", errors);
        return "identity/stand-ins";
    }

    private Shown shown(Delegation lent, Person viewer, Locale locale) {
        boolean mine = lent.givenBy().equals(viewer.id());
        var now = clock.instant();
        return new Shown(
                lent.id(),
                mine,
                mine ? lent.taker() : lent.giver(),
                lent.inOrder(),
                read(lent.startsAt(), locale),
                read(lent.endedAt().orElse(lent.endsAt()), locale),
                lent.because(),
                lent.isOverAt(now) ? "over" : lent.holdsAt(now) ? "now" : "coming");
    }

    private Map<String, String> takers(Person person) {
        var takers = new LinkedHashMap<String, String>();
        people.working().stream()
                .filter(other -> !other.id().equals(person.id()))
                .sorted(Comparator.comparing(Person::name))
                .forEach(other -> takers.put(other.id().toString(), other.name()));
        return takers;
    }

    private Map<String, String> lendable(Person person, Locale locale) {
        var roles = new LinkedHashMap<String, String>();
        person.ownRoles().stream()
                .sorted()
                .filter(Role::canBeLent)
                .forEach(
                        role -> roles.put(role.name(), words.getMessage("identity.role." + role.name(), null, locale)));
        return roles;
    }

    private static PersonId taker(String id) {
        try {
            return PersonId.of(id);
        } catch (IllegalArgumentException none) {
            throw new Enrolment.Refused("to", "identity.refused.lend-to");
        }
    }

    private Instant at(String field, String text, FormErrors errors, Locale locale) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            errors.add(field, words.getMessage("identity.refused.moment", null, locale));
            return Instant.EPOCH;
        }
    }

    private static String minute(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static String read(Instant instant, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", locale)
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    /** Said on every page while it is so. */
    @Configuration(proxyBeanMethods = false)
    static class OnEveryPage {

        @Bean
        Reminder standingIn(CurrentPerson current) {
            return () -> current.find().stream()
                    .flatMap(person -> person.standsInFor().stream())
                    .map(OnEveryPage::said)
                    .toList();
        }

        private static Said said(StandIn lent) {
            var roles = lent.roles().stream()
                    .sorted()
                    .map(role -> Said.of("identity.role-short." + role.name()))
                    .toList();
            return Said.of("identity.standing-in", lent.name(), Said.all(roles), read(lent.until(), Locale.ENGLISH));
        }
    }
}
