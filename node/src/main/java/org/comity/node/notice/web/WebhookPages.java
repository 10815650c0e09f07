package org.comity.node.notice.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.notice.KeepingWebhooks;
import org.comity.node.notice.Topic;
import org.comity.node.notice.Webhook;
import org.comity.node.notice.WebhookRefused;
import org.comity.node.notice.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which other systems are told what, and whether they take it. */
@Controller
@RequestMapping("/webhooks")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class WebhookPages {

    private static final int DELIVERIES_SHOWN = 25;

    /** As the page reads it. @param standing taken, waits or lost */
    record Told(UUID id, String event, String at, int attempts, String status, String trouble, String standing) {}

    /** A new one. */
    record Form(String name, String url, List<String> topics) {

        static final Form EMPTY = new Form("", "", List.of());

        Form(@Nullable String name, @Nullable String url, @Nullable List<String> topics) {
            this.name = name == null ? "" : name;
            this.url = url == null ? "" : url;
            this.topics = topics == null ? List.of() : List.copyOf(topics);
        }

        Set<Topic> chosen() {
            return Arrays.stream(Topic.values())
                    .filter(topic -> topics.contains(topic.name()))
                    .collect(Collectors.toSet());
        }
    }

    private final Webhooks webhooks;
    private final KeepingWebhooks keeping;
    private final CurrentPerson current;
    private final MessageSource words;

    WebhookPages(Webhooks webhooks, KeepingWebhooks keeping, CurrentPerson current, MessageSource words) {
        this.webhooks = webhooks;
        this.keeping = keeping;
        this.current = current;
        this.words = words;
    }

    @GetMapping
    String all(Model model, Locale locale) {
        return page(Form.EMPTY, new FormErrors(), model, locale);
    }

    @PostMapping
    String register(@ModelAttribute Form form, Model model, Locale locale, RedirectAttributes next) {
        try {
            var registered = keeping.register(current.require(), form.name(), form.url(), form.chosen());
            // shown once: it stands in the flash, not in an address or a log
            next.addFlashAttribute("secret", registered.secret());
            return "redirect:/webhooks/" + registered.webhook().id();
        } catch (WebhookRefused refused) {
            var errors = new FormErrors().add(refused.field(), words.getMessage(refused.said(), locale));
            return page(form, errors, model, locale);
        }
    }

    @GetMapping("/{id}")
    String webhook(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("webhook", webhooks.find(id).orElseThrow(WebhookPages::notThere));
        model.addAttribute(
                "deliveries",
                webhooks.deliveries(id, DELIVERIES_SHOWN).stream()
                        .map(delivery -> told(delivery, locale))
                        .toList());
        return "notice/webhook";
    }

    @PostMapping("/{id}/replay/{delivery}")
    String replay(@PathVariable UUID id, @PathVariable UUID delivery, RedirectAttributes next) {
        keeping.replay(id, delivery);
        next.addFlashAttribute("said", "notice.replayed");
        return "redirect:/webhooks/" + id;
    }

    @PostMapping("/{id}/enable")
    String enable(@PathVariable UUID id) {
        keeping.enable(current.require(), id);
        return "redirect:/webhooks/" + id;
    }

    @PostMapping("/{id}/disable")
    String disable(@PathVariable UUID id) {
        keeping.disable(current.require(), id);
        return "redirect:/webhooks/" + id;
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable UUID id, RedirectAttributes next) {
        keeping.remove(current.require(), id);
        next.addFlashAttribute("removed", true);
        return "redirect:/webhooks";
    }

    /** Only of one that was removed meanwhile; the form tells its own refusals. */
    @ExceptionHandler
    void gone(WebhookRefused refused) {
        throw notThere();
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private String page(Form form, FormErrors errors, Model model, Locale locale) {
        model.addAttribute("webhooks", webhooks.all());
        model.addAttribute("topicChoices", topicChoices(locale));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "notice/webhooks";
    }

    private Map<String, String> topicChoices(Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        for (Topic topic : Topic.values()) {
            choices.put(topic.name(), words.getMessage("notice.topic." + topic, null, locale));
        }
        return choices;
    }

    private Told told(Webhook.Delivery delivery, Locale locale) {
        return new Told(
                delivery.id(),
                delivery.event(),
                moment(delivery.madeAt(), locale),
                delivery.attempts(),
                delivery.status().map(String::valueOf).orElse(""),
                delivery.trouble()
                        .map(why -> words.getMessage("notice.trouble." + why, null, locale))
                        .orElse(""),
                delivery.doneAt().isPresent() ? "taken" : delivery.givenUpAt().isPresent() ? "lost" : "waits");
    }

    private static String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    /** Where an administrator finds them. */
    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        static NavigationEntry webhooksEntry() {
            return NavigationEntry.of(92, "notice.webhooks", "/webhooks")
                    .onlyFor("ADMINISTRATOR")
                    .asMinor();
        }
    }
}
