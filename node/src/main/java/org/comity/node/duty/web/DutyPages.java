package org.comity.node.duty.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.comity.node.duty.DutyRefused;
import org.comity.node.duty.HandOverNote;
import org.comity.node.duty.HandingOver;
import org.comity.node.duty.KeepingWatch;
import org.comity.node.duty.Shift;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.comity.node.identity.Role;
import org.comity.node.journal.SubjectAccess;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

/** Who is on duty; begin and end; the notes from shift to shift. */
@Controller
@RequestMapping("/duty")
class DutyPages {

    private static final int NOTES_SHOWN = 5;

    /** As the page reads it. */
    record OnDuty(String name, List<Role> roles, String desk, String since) {}

    /** @param waits for this reader's receipt */
    record Note(
            UUID id,
            String desk,
            String author,
            String written,
            String text,
            List<String> points,
            List<String> receipts,
            boolean waits) {}

    private final KeepingWatch watch;
    private final HandingOver handing;
    private final CurrentPerson current;
    private final MessageSource words;

    DutyPages(KeepingWatch watch, HandingOver handing, CurrentPerson current, MessageSource words) {
        this.watch = watch;
        this.handing = handing;
        this.current = current;
        this.words = words;
    }

    @GetMapping
    String duty(Model model, Locale locale) {
        return page(keeper(), "", "", "", new FormErrors(), model, locale);
    }

    @PostMapping("/begin")
    String begin(@RequestParam(defaultValue = "") String desk, Model model, Locale locale) {
        return changing(() -> watch.begin(keeper(), desk), desk, "", "", model, locale);
    }

    @PostMapping("/end")
    String end() {
        watch.end(keeper());
        return "redirect:/duty";
    }

    @PostMapping("/notes")
    String write(
            @RequestParam(defaultValue = "") String desk,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String points,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        var answer = changing(() -> handing.write(keeper(), desk, text, points), desk, text, points, model, locale);
        if (answer.startsWith("redirect:")) {
            next.addFlashAttribute("written", true);
        }
        return answer;
    }

    @PostMapping("/notes/{id}/received")
    String receive(@PathVariable UUID id, Model model, Locale locale) {
        return changing(() -> handing.receive(keeper(), id), "", "", "", model, locale);
    }

    private String changing(Runnable step, String desk, String text, String points, Model model, Locale locale) {
        try {
            step.run();
            return "redirect:/duty";
        } catch (DutyRefused refused) {
            var errors = new FormErrors().add(refused.field(), words.getMessage(refused.said(), locale));
            return page(keeper(), desk, text, points, errors, model, locale);
        }
    }

    private String page(
            Person person, String desk, String text, String points, FormErrors errors, Model model, Locale locale) {
        var own = watch.of(person);
        model.addAttribute("own", own.map(shift -> shown(shift, locale)).orElse(null));
        model.addAttribute(
                "onDuty",
                watch.now().stream().map(shift -> shown(shift, locale)).toList());
        model.addAttribute(
                "notes",
                KeepingWatch.desksOf(person).stream()
                        .flatMap(place -> handing.notes(place, NOTES_SHOWN).stream())
                        .map(note -> shown(note, person, locale))
                        .toList());
        model.addAttribute("desks", desks(person, locale));
        model.addAttribute("desk", desk.isEmpty() ? own.map(Shift::desk).orElse("") : desk);
        model.addAttribute("text", text);
        model.addAttribute("points", points);
        model.addAttribute("errors", errors);
        return "duty/duty";
    }

    private Map<String, String> desks(Person person, Locale locale) {
        var desks = new LinkedHashMap<String, String>();
        KeepingWatch.desksOf(person).forEach(desk -> desks.put(desk, named(desk, locale)));
        return desks;
    }

    private OnDuty shown(Shift shift, Locale locale) {
        return new OnDuty(
                shift.person().name(),
                shift.person().roles().stream().sorted().toList(),
                named(shift.desk(), locale),
                moment(shift.beganAt(), locale));
    }

    private Note shown(HandOverNote note, Person reader, Locale locale) {
        return new Note(
                note.id(),
                named(note.desk(), locale),
                note.authorName(),
                moment(note.writtenAt(), locale),
                note.text(),
                note.points(),
                note.receipts().stream()
                        .map(receipt -> words.getMessage(
                                "duty.received-by",
                                new Object[] {receipt.name(), moment(receipt.readAt(), locale)},
                                locale))
                        .toList(),
                !note.author().equals(reader.id()) && !note.wasReadBy(reader.id()));
    }

    private String named(String desk, Locale locale) {
        return desk.isEmpty() ? words.getMessage("duty.desk", null, locale) : desk;
    }

    private static String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private Person keeper() {
        var person = current.require();
        if (!person.may(Power.KEEP_WATCH)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return person;
    }

    /** What other rooms show of this one. */
    @Configuration(proxyBeanMethods = false)
    static class Places {

        @Bean
        NavigationEntry dutyEntry(HandingOver handing, CurrentPerson current) {
            return NavigationEntry.of(35, "duty.duty", "/duty")
                    .onlyFor(Role.DUTY_OFFICER.name(), Role.PROVIDER_AGENT.name())
                    .asMinor()
                    .counting(() -> current.find()
                            .map(person -> handing.waitingFor(person).size())
                            .orElse(0));
        }

        @Bean
        SubjectAccess dutySubjects(CurrentPerson current) {
            return new SubjectAccess() {
                @Override
                public String kind() {
                    return "duty";
                }

                @Override
                public boolean maySee(String subject) {
                    return current.find()
                            .filter(person -> person.may(Power.KEEP_WATCH))
                            .isPresent();
                }
            };
        }
    }
}
