package org.comity.node.notice.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.notice.NoticeBoard;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Wishes;
import org.comity.node.notice.WishesOfPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
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

/** What a person was told, and how they wish to be told. */
@Controller
@RequestMapping("/notices")
class NoticePages {

    private static final String MAIL = "[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,255}";

    /** As the page reads it. */
    record Shown(long id, NoticeKind kind, String said, boolean emergency, String at, boolean read) {}

    /** How a person wishes to be told. */
    record Form(String mail, List<String> shown, List<String> mailed, String from, String until, String zone) {

        Form(
                @Nullable String mail,
                @Nullable List<String> shown,
                @Nullable List<String> mailed,
                @Nullable String from,
                @Nullable String until,
                @Nullable String zone) {
            this.mail = mail == null ? "" : mail.strip();
            this.shown = shown == null ? List.of() : List.copyOf(shown);
            this.mailed = mailed == null ? List.of() : List.copyOf(mailed);
            this.from = from == null ? "" : from;
            this.until = until == null ? "" : until;
            this.zone = zone == null || zone.isBlank() ? "UTC" : zone.strip();
        }

        static Form of(Wishes wishes) {
            return new Form(
                    wishes.mail().orElse(""),
                    wishes.shown().stream().map(Enum::name).toList(),
                    wishes.mailed().stream().map(Enum::name).toList(),
                    wishes.quiet().map(quiet -> quiet.from().toString()).orElse(""),
                    wishes.quiet().map(quiet -> quiet.until().toString()).orElse(""),
                    wishes.quiet().map(quiet -> quiet.zone().getId()).orElse("UTC"));
        }
    }

    private final NoticeBoard board;
    private final WishesOfPeople wishes;
    private final CurrentPerson current;
    private final MessageSource words;

    NoticePages(NoticeBoard board, WishesOfPeople wishes, CurrentPerson current, MessageSource words) {
        this.board = board;
        this.wishes = wishes;
        this.current = current;
        this.words = words;
    }

    @GetMapping
    String notices(@RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        var person = current.require().id();
        int pages = Math.max(1, (board.count(person) + NoticeBoard.PAGE - 1) / NoticeBoard.PAGE);
        int shown = Math.clamp(page, 1, pages);
        model.addAttribute(
                "notices",
                board.of(person, shown - 1).stream()
                        .map(entry -> shown(entry, locale))
                        .toList());
        model.addAttribute("unread", board.unread(person));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return "notice/notices";
    }

    /** Leads to what the notice is about, which is then read. */
    @GetMapping("/{id:[0-9]{1,18}}")
    String open(@PathVariable long id) {
        return "redirect:"
                + board.read(current.require().id(), id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/read")
    String readAll() {
        board.readAll(current.require().id());
        return "redirect:/notices";
    }

    @GetMapping("/wishes")
    String wishes(Model model, Locale locale) {
        return wishesPage(Form.of(wishes.of(current.require().id())), new FormErrors(), model, locale);
    }

    @PostMapping("/wishes")
    String wish(@ModelAttribute Form form, Model model, Locale locale, RedirectAttributes next) {
        var errors = new FormErrors();
        if (!form.mail().isEmpty() && !form.mail().matches(MAIL)) {
            errors.add("mail", words.getMessage("notice.refused.mail", null, locale));
        }
        var quiet = quiet(form, errors, locale);
        if (!errors.isEmpty()) {
            return wishesPage(form, errors, model, locale);
        }
        wishes.keep(
                current.require().id(),
                new Wishes(
                        Optional.of(form.mail()).filter(mail -> !mail.isEmpty()),
                        kinds(form.shown()),
                        kinds(form.mailed()),
                        quiet));
        next.addFlashAttribute("kept", true);
        return "redirect:/notices/wishes";
    }

    private Optional<Wishes.Quiet> quiet(Form form, FormErrors errors, Locale locale) {
        if (form.from().isBlank() && form.until().isBlank()) {
            return Optional.empty();
        }
        try {
            var from = LocalTime.parse(form.from());
            var until = LocalTime.parse(form.until());
            if (!from.equals(until)) {
                return Optional.of(new Wishes.Quiet(from, until, zone(form.zone(), errors, locale)));
            }
        } catch (DateTimeException unreadable) {
            // told below, beside the field
        }
        errors.add("from", words.getMessage("notice.refused.quiet", null, locale));
        return Optional.empty();
    }

    private ZoneId zone(String name, FormErrors errors, Locale locale) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            errors.add("zone", words.getMessage("notice.refused.zone", null, locale));
            return ZoneOffset.UTC;
        }
    }

    private String wishesPage(Form form, FormErrors errors, Model model, Locale locale) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", kindChoices(locale));
        model.addAttribute("errors", errors);
        return "notice/wishes";
    }

    private Map<String, String> kindChoices(Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        for (NoticeKind kind : NoticeKind.values()) {
            // an emergency is told whatever somebody wishes, so there is nothing to choose
            if (kind != NoticeKind.EMERGENCY) {
                choices.put(kind.name(), words.getMessage("notice.kind." + kind, null, locale));
            }
        }
        return choices;
    }

    private static Set<NoticeKind> kinds(List<String> names) {
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> names.contains(kind.name()))
                .collect(Collectors.toSet());
    }

    private Shown shown(NoticeBoard.Entry entry, Locale locale) {
        return new Shown(
                entry.id(),
                entry.kind(),
                words.getMessage(entry.said().said(), locale),
                entry.emergency(),
                moment(entry.toldAt(), locale),
                entry.read());
    }

    private static String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    /** How many wait, on every page. */
    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        static NavigationEntry noticesEntry(NoticeBoard board, CurrentPerson current) {
            return NavigationEntry.of(15, "notice.notices", "/notices")
                    .counting(() -> current.find()
                            .map(person -> board.unread(person.id()))
                            .orElse(0));
        }
    }
}
