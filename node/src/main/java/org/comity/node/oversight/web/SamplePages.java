package org.comity.node.oversight.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.count.Universe;
import org.comity.node.oversight.review.DrawingSamples;
import org.comity.node.oversight.review.FollowingFindings;
import org.comity.node.oversight.review.Point;
import org.comity.node.oversight.review.ReviewingSafeguards;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reviewer's desk: drawings, and the cases that were drawn. */
@Controller
@RequestMapping("/oversight/samples")
@PreAuthorize("hasRole('OVERSEER')")
class SamplePages {

    private final DrawingSamples drawing;
    private final ReviewingSafeguards reviewing;
    private final FollowingFindings findings;
    private final Refusing refusing;
    private final CurrentPerson current;
    private final Clock clock;

    SamplePages(
            DrawingSamples drawing,
            ReviewingSafeguards reviewing,
            FollowingFindings findings,
            Refusing refusing,
            CurrentPerson current,
            Clock clock) {
        this.drawing = drawing;
        this.reviewing = reviewing;
        this.findings = findings;
        this.refusing = refusing;
        this.current = current;
        this.clock = clock;
    }

    /** As typed. */
    record Draft(String name, String of, String from, String until, String each) {}

    @GetMapping
    String samples(Model model) {
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return samples(
                new Draft(
                        "",
                        Universe.SENT_TO_STATES.token(),
                        today.minusMonths(3).toString(),
                        today.minusDays(1).toString(),
                        "3"),
                new FormErrors(),
                model);
    }

    @PostMapping
    String draw(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String each,
            Model model,
            Locale locale) {
        return refusing.with(
                () -> "redirect:/oversight/samples/"
                        + drawing.draw(
                                current.require(),
                                name,
                                Universe.of(of)
                                        .orElseThrow(() ->
                                                new OversightRefused("of", Said.of("oversight.refused.universe"))),
                                days(from, until),
                                each.matches("[0-9]{1,4}") ? Integer.parseInt(each) : 0),
                errors -> samples(new Draft(name, of, from, until, each), errors, model),
                locale);
    }

    private static Days days(String from, String until) {
        try {
            return new Days(LocalDate.parse(from), LocalDate.parse(until));
        } catch (DateTimeException unreadable) {
            throw new OversightRefused("from", Said.of("oversight.refused.days"));
        }
    }

    private String samples(Draft draft, FormErrors errors, Model model) {
        model.addAttribute("samples", drawing.all());
        model.addAttribute("draft", draft);
        model.addAttribute(
                "universes",
                Arrays.stream(Universe.values()).map(Universe::token).toList());
        model.addAttribute("errors", errors);
        return "oversight/samples";
    }

    @GetMapping("/{number:[0-9]{1,9}}")
    String sample(
            @PathVariable int number, @RequestParam(defaultValue = "false") boolean again, Model model, Locale locale) {
        var sample = refusing.shown(() -> drawing.sample(number), locale);
        model.addAttribute("sample", sample);
        model.addAttribute("drawn", drawing.drawn(number));
        model.addAttribute("points", Point.values().length);
        model.addAttribute("again", again ? drawing.drawsTheSame(sample) : null);
        model.addAttribute("findings", findings.of(number));
        return "oversight/sample";
    }

    @GetMapping("/{number:[0-9]{1,9}}/{request}")
    String desk(@PathVariable int number, @PathVariable UUID request, Model model, Locale locale) {
        return desk(number, request, "", "", new FormErrors(), model, locale);
    }

    @PostMapping("/{number:[0-9]{1,9}}/{request}/verdicts")
    String find(
            @PathVariable int number,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            Locale locale) {
        return refusing.with(
                () -> {
                    var at = Point.of(point).orElseThrow(OversightRefused::notThere);
                    var found = Point.Verdict.of(verdict)
                            .orElseThrow(() ->
                                    new OversightRefused("remark-" + at.token(), Said.of("oversight.refused.verdict")));
                    reviewing.find(current.require(), number, request, at, found, remark);
                    return "redirect:/oversight/samples/%d/%s#%s".formatted(number, request, at.token());
                },
                errors -> desk(number, request, point, remark, errors, model, locale),
                locale);
    }

    @PostMapping("/{number:[0-9]{1,9}}/{request}/findings")
    String raise(
            @PathVariable int number,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String due,
            Model model,
            Locale locale) {
        return refusing.with(
                () -> "redirect:/oversight/findings/"
                        + findings.raise(
                                current.require(),
                                request,
                                Optional.of(number),
                                Point.of(point)
                                        .orElseThrow(() ->
                                                new OversightRefused("point", Said.of("oversight.refused.point"))),
                                finding,
                                Typed.day(due)),
                errors -> {
                    model.addAttribute("finding", finding);
                    return desk(number, request, "", "", errors, model, locale);
                },
                locale);
    }

    private String desk(
            int number, UUID request, String at, String remark, FormErrors errors, Model model, Locale locale) {
        var desk = refusing.shown(() -> reviewing.desk(number, request), locale);
        model.addAttribute("number", number);
        model.addAttribute("desk", desk);
        model.addAttribute("verdicts", List.of(Point.Verdict.values()));
        model.addAttribute("points", List.of(Point.values()));
        model.addAttribute("at", at);
        model.addAttribute("typed", remark);
        model.addAttribute(
                "findings",
                findings.of(number).stream()
                        .filter(it -> it.request().equals(request))
                        .toList());
        model.addAttribute(
                "due",
                LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(14).toString());
        model.addAttribute("errors", errors);
        return "oversight/desk";
    }
}
