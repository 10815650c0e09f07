package org.comity.node.forum.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingMeetings;
import org.comity.node.forum.KeepingSilence;
import org.comity.node.forum.StateNames;
import org.comity.node.forum.mandate.Body;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.silence.FrozenText;
import org.comity.node.forum.silence.LocalEnd;
import org.comity.node.forum.silence.SilenceAct;
import org.comity.node.forum.silence.SilenceProcedure;
import org.comity.node.forum.silence.SilenceProcedure.Standing;
import org.comity.node.forum.silence.SilenceRefused;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
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

/** Silence procedures: what runs, until exactly when, and who broke it. */
@Controller
@RequestMapping("/forum/silence")
class SilencePages {

    private final KeepingSilence silence;
    private final KeepingMeetings meetings;
    private final StateNames names;
    private final CurrentPerson current;
    private final Answering answering;
    private final Clock clock;

    SilencePages(
            KeepingSilence silence,
            KeepingMeetings meetings,
            StateNames names,
            CurrentPerson current,
            Answering answering,
            Clock clock) {
        this.silence = silence;
        this.meetings = meetings;
        this.names = names;
        this.current = current;
        this.answering = answering;
        this.clock = clock;
    }

    /** As typed. @param end local to the zone, to the minute */
    record Draft(
            String body,
            String mandate,
            String rules,
            String title,
            String symbol,
            String text,
            List<String> languages,
            String members,
            String zone,
            String end,
            String revises) {

        Draft {
            // what a form leaves out
            body = Objects.requireNonNullElse(body, "");
            mandate = Objects.requireNonNullElse(mandate, "");
            rules = Objects.requireNonNullElse(rules, "");
            title = Objects.requireNonNullElse(title, "");
            symbol = Objects.requireNonNullElse(symbol, "");
            text = Objects.requireNonNullElse(text, "");
            languages = List.copyOf(Objects.requireNonNullElse(languages, List.of()));
            members = Objects.requireNonNullElse(members, "");
            zone = Objects.requireNonNullElse(zone, "");
            end = Objects.requireNonNullElse(end, "");
            revises = Objects.requireNonNullElse(revises, "");
        }
    }

    /** A procedure as the list reads it. @param left until the end; empty when over */
    record Row(SilenceProcedure procedure, Standing standing, String end, String local, String left) {}

    record ActRow(SilenceAct act, String name, String at, String end, boolean counts) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        allowed();
        var all = silence.procedures();
        var pages = Math.max(1, (all.size() + 19) / 20);
        var shown = Math.clamp(page, 1, pages);
        model.addAttribute(
                "rows",
                all.subList((shown - 1) * 20, Math.min(shown * 20, all.size())).stream()
                        .map(it -> row(it, locale))
                        .toList());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("keeper", ForumAccess.mayKeep(current.require()));
        return "forum/silences";
    }

    @GetMapping("/new")
    String blank(
            @RequestParam(defaultValue = "") String revises,
            @RequestParam(defaultValue = "cybercrime-eg") String body,
            Model model,
            Locale locale) {
        keeper();
        var before = silence.find(revises);
        var end = clock.instant()
                .plus(73, ChronoUnit.HOURS)
                .atZone(ZoneId.of("Europe/Vienna"))
                .truncatedTo(ChronoUnit.HOURS)
                .toLocalDateTime();
        return form(
                new Draft(
                        before.map(SilenceProcedure::body).orElse(body),
                        before.map(SilenceProcedure::mandate).orElse(""),
                        before.map(it -> it.rules().id()).orElse("plenary"),
                        before.map(it -> it.text().title()).orElse(""),
                        before.map(it -> it.text().symbol()).orElse(""),
                        before.map(it -> it.text().body()).orElse(""),
                        List.of("en"),
                        before.map(it -> joined(it.members())).orElse(""),
                        "Europe/Vienna",
                        end.toString(),
                        revises),
                new FormErrors(),
                model,
                locale);
    }

    @PostMapping
    String begin(@ModelAttribute Draft draft, Model model, Locale locale) {
        return answering.with(
                () -> "redirect:/forum/silence/"
                        + silence.begin(current.require(), procedure(draft)).id(),
                errors -> form(draft, errors, model, locale),
                locale);
    }

    @GetMapping("/{id}")
    String procedure(@PathVariable String id, Model model, Locale locale) {
        allowed();
        return show(id, new FormErrors(), model, locale);
    }

    @PostMapping("/{id}")
    String act(
            @PathVariable String id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String end,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String means,
            @RequestParam(defaultValue = "") String meeting,
            Model model,
            Locale locale) {
        return answering.with(
                () -> {
                    var by = current.require();
                    switch (act) {
                        case "objection" -> silence.object(by, id, SilenceAct.Kind.OBJECTION, why);
                        case "amendment" -> silence.object(by, id, SilenceAct.Kind.AMENDMENT, why);
                        case "record-objection" ->
                            silence.recordObjection(by, id, party(member), SilenceAct.Kind.OBJECTION, why);
                        case "withdrawal" -> silence.withdraw(by, id);
                        case "extension" -> silence.extend(by, id, end(end, zone(id)), why);
                        case "restart" -> silence.restart(by, id, why);
                        case "cancellation" -> silence.cancel(by, id, why);
                        case "explanation" -> silence.explain(by, id, why);
                        case "told" -> silence.told(by, id, party(member), means);
                        case "confirmation" -> silence.confirm(by, id, meeting);
                        default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                    }
                    return "redirect:/forum/silence/" + id;
                },
                errors -> show(id, errors, model, locale),
                locale);
    }

    private SilenceProcedure procedure(Draft draft) {
        var rules = silence.rules().stream()
                .filter(it -> it.id().equals(draft.rules()))
                .findFirst()
                .orElseThrow(() -> new ForumRefused("rules", Said.of("forum.refused.rules")));
        return new SilenceProcedure(
                UUID.randomUUID().toString(),
                draft.body(),
                draft.mandate(),
                FrozenText.of(draft.title(), draft.symbol(), draft.text(), draft.languages()),
                rules,
                Arrays.stream(draft.members().split("[\\n;]+"))
                        .filter(it -> !it.isBlank())
                        .map(this::party)
                        .distinct()
                        .toList(),
                draft.zone(),
                clock.instant(),
                end(draft.end(), draft.zone()),
                draft.revises(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Party party(String text) {
        return Party.of(text.strip())
                .filter(it -> !it.kind().isState() || names.knows(it.name()))
                .orElseThrow(() -> new ForumRefused("members", Said.of("forum.refused.party", text.strip())));
    }

    private static Instant end(String local, String zone) {
        try {
            return LocalEnd.of(local, zone);
        } catch (SilenceRefused refused) {
            throw new ForumRefused(refused.field(), refused.said());
        }
    }

    private String zone(String id) {
        return silence.find(id).map(SilenceProcedure::zone).orElse("UTC");
    }

    private String form(Draft draft, FormErrors errors, Model model, Locale locale) {
        model.addAttribute("draft", draft);
        model.addAttribute("errors", errors);
        model.addAttribute("bodies", bodies());
        model.addAttribute(
                "mandates",
                meetings.mandates().stream()
                        .filter(it -> it.bodies().contains(draft.body()))
                        .collect(Collectors.toMap(it -> it.id(), it -> it.cited(), (a, b) -> a, LinkedHashMap::new)));
        model.addAttribute(
                "rules",
                silence.rules().stream()
                        .collect(Collectors.toMap(it -> it.id(), it -> it.name(), (a, b) -> a, LinkedHashMap::new)));
        model.addAttribute(
                "languages",
                List.of("en", "fr", "es", "ar", "ru", "zh").stream()
                        .collect(Collectors.toMap(
                                it -> it,
                                it -> Locale.of(it).getDisplayLanguage(locale),
                                (a, b) -> a,
                                LinkedHashMap::new)));
        return "forum/silence-form";
    }

    private Map<String, String> bodies() {
        var bodies = new LinkedHashMap<String, String>();
        for (Body body : meetings.bodies()) {
            bodies.put(body.id(), body.name());
        }
        return bodies;
    }

    private String show(String id, FormErrors errors, Model model, Locale locale) {
        var procedure = silence.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var person = current.require();
        var now = clock.instant();
        var language = locale.getLanguage();
        var own = ForumAccess.delegationOf(person);
        model.addAttribute("row", row(procedure, locale));
        model.addAttribute("p", procedure);
        model.addAttribute("body", meetings.body(procedure.body()).map(Held::it).orElseThrow());
        model.addAttribute("mandate", meetings.mandate(procedure.mandate()).orElseThrow());
        model.addAttribute(
                "acts",
                procedure.acts().stream()
                        .map(act -> new ActRow(
                                act,
                                act.by().map(it -> names.of(it, language)).orElse(""),
                                utc(act.receivedAt(), locale),
                                act.end().map(it -> minute(it, locale)).orElse(""),
                                !act.receivedAt().isAfter(procedure.end())))
                        .toList());
        model.addAttribute(
                "objecting",
                procedure.objecting(now).stream()
                        .map(it -> names.of(it, language))
                        .toList());
        model.addAttribute("members", named(procedure.members(), language));
        model.addAttribute("untold", named(procedure.untold(), language));
        model.addAttribute("keeper", ForumAccess.mayKeep(person));
        model.addAttribute("entitled", own.filter(procedure.members()::contains).isPresent());
        model.addAttribute(
                "ownObjection", own.filter(procedure.objecting(now)::contains).isPresent());
        model.addAttribute(
                "meetings",
                meetings.meetings().stream()
                        .map(Held::it)
                        .filter(it -> it.body().equals(procedure.body()))
                        .collect(Collectors.toMap(it -> it.id(), it -> it.title(), (a, b) -> a, LinkedHashMap::new)));
        model.addAttribute(
                "confirmedAt",
                procedure
                        .confirmed()
                        .flatMap(it -> meetings.meeting(it.meeting()))
                        .map(Held::it)
                        .orElse(null));
        model.addAttribute("begins", utc(procedure.begins(), locale));
        model.addAttribute("history", silence.historyOf(id));
        model.addAttribute("errors", errors);
        return "forum/silence";
    }

    private Map<String, String> named(List<Party> parties, String language) {
        var all = new LinkedHashMap<String, String>();
        parties.forEach(it -> all.put(it.toString(), names.of(it, language)));
        return all;
    }

    private Row row(SilenceProcedure procedure, Locale locale) {
        var now = clock.instant();
        var standing = procedure.standing(now);
        return new Row(
                procedure,
                standing,
                minute(procedure.end(), locale),
                procedure.end().atZone(ZoneId.of(procedure.zone())).format(format("d MMM uuuu HH:mm", locale)) + " "
                        + procedure.zone(),
                standing.isFinal() ? "" : left(java.time.Duration.between(now, procedure.end())));
    }

    private static String left(java.time.Duration left) {
        return left.toHours() >= 48
                ? left.toDays() + " d " + left.toHoursPart() + " h"
                : left.toHours() > 0
                        ? left.toHours() + " h " + left.toMinutesPart() + " min"
                        : left.toMinutesPart() + " min " + left.toSecondsPart() + " s";
    }

    private static String minute(Instant at, Locale locale) {
        return format("d MMM uuuu HH:mm", locale).withZone(ZoneOffset.UTC).format(at) + " UTC";
    }

    /** To the millisecond, for it is what counts at the end. */
    private static String utc(Instant at, Locale locale) {
        return format("d MMM uuuu HH:mm:ss.SSS", locale)
                        .withZone(ZoneOffset.UTC)
                        .format(at) + " UTC";
    }

    private static DateTimeFormatter format(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }

    private static String joined(List<Party> parties) {
        return parties.stream().map(Party::toString).collect(Collectors.joining("\n"));
    }

    private void allowed() {
        if (!ForumAccess.takesPart(current.require())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private void keeper() {
        if (!ForumAccess.mayKeep(current.require())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
