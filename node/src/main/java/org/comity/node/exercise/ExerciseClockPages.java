package org.comity.node.exercise;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.time.ShiftableClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves an exercise's time forward. A node that does real work has no such page. */
@Controller
@ConditionalOnBooleanProperty("comity.exercise")
class ExerciseClockPages {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss 'UTC'");

    private final ShiftableClock clock;
    private final MessageSource words;

    ExerciseClockPages(ShiftableClock clock, MessageSource words) {
        this.clock = clock;
        this.words = words;
    }

    @GetMapping("/exercise")
    String clock(Model model, Locale locale) {
        return page(model, locale, "", new FormErrors());
    }

    /** @param advance an ISO 8601 duration such as PT6H, or a period such as P61D, counted in UTC days from now */
    @PostMapping("/exercise/clock")
    String advance(
            @RequestParam String advance,
            Model model,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            clock.advance(lengthOf(advance.strip().toUpperCase(Locale.ROOT), clock.instant()));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var message = words.getMessage("exercise.clock.wrong", new Object[] {advance}, locale);
            return page(model, locale, advance, new FormErrors().add("advance", message));
        }
        next.addFlashAttribute("said", words.getMessage("exercise.clock.moved", null, locale));
        return "redirect:/exercise";
    }

    private static Duration lengthOf(String text, Instant now) {
        if (text.contains("T")) {
            return Duration.parse(text);
        }
        var start = now.atOffset(ZoneOffset.UTC);
        return Duration.between(start, start.plus(Period.parse(text)));
    }

    private String page(Model model, Locale locale, String advance, FormErrors errors) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        model.addAttribute("now", now);
        model.addAttribute("shown", SHOWN.withLocale(locale).format(now.atOffset(ZoneOffset.UTC)));
        model.addAttribute("advance", advance);
        model.addAttribute("errors", errors);
        return "exercise/clock";
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("comity.exercise")
    static class Place {
        @Bean
        NavigationEntry exerciseEntry() {
            return NavigationEntry.of(95, "exercise.clock", "/exercise").asMinor();
        }
    }
}
