package org.comity.node.capacity.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.law.assistance.MaturityModel;
import org.comity.node.capacity.AssessingOneself;
import org.comity.node.capacity.CapacityAccess;
import org.comity.node.capacity.CapacityRefused;
import org.comity.node.capacity.KeepingPlan;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.capacity.SuggestingTraining;
import org.comity.node.capacity.plan.Indicator;
import org.comity.node.capacity.plan.Plan;
import org.comity.node.capacity.register.Kind;
import org.comity.node.documents.Rendering;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The action plan, on a page and as a document. */
@Controller
@RequestMapping("/capacity/plan")
class PlanPages {

    private final KeepingPlan plans;
    private final SuggestingTraining suggesting;
    private final AssessingOneself assessing;
    private final KeepingRegister register;
    private final PlanPaper paper;
    private final Rendering rendering;
    private final CurrentPerson current;
    private final CapacityAnswering answering;

    PlanPages(
            KeepingPlan plans,
            SuggestingTraining suggesting,
            AssessingOneself assessing,
            KeepingRegister register,
            PlanPaper paper,
            Rendering rendering,
            CurrentPerson current,
            CapacityAnswering answering) {
        this.plans = plans;
        this.suggesting = suggesting;
        this.assessing = assessing;
        this.register = register;
        this.paper = paper;
        this.rendering = rendering;
        this.current = current;
        this.answering = answering;
    }

    @GetMapping
    String plan(Model model) {
        return show(new FormErrors(), Map.of(), model);
    }

    @PostMapping
    String act(@RequestParam Map<String, String> typed, Model model, Locale locale) {
        return answering.with(
                () -> {
                    done(typed);
                    return "redirect:/capacity/plan";
                },
                errors -> show(errors, typed, model),
                locale);
    }

    private void done(Map<String, String> typed) {
        var by = current.require();
        switch (text(typed, "act")) {
            case "describe" ->
                plans.describe(
                        by,
                        text(typed, "title"),
                        text(typed, "mandate"),
                        text(typed, "lead"),
                        text(typed, "from"),
                        text(typed, "until"));
            case "objective" ->
                plans.addObjective(
                        by,
                        text(typed, "text"),
                        text(typed, "dimension"),
                        (int) number(typed, "level"),
                        text(typed, "by"));
            case "activity" -> plans.addActivity(by, activity(typed));
            case "move" ->
                plans.move(
                        by,
                        text(typed, "id"),
                        Plan.Progress.of(text(typed, "progress"))
                                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)),
                        number(typed, "funded"),
                        text(typed, "remark"));
            case "aim" -> plans.aimAt(by, text(typed, "indicator"), text(typed, "target"), text(typed, "owner"));
            case "value" -> plans.value(by, text(typed, "indicator"), text(typed, "value"), text(typed, "source"));
            case "take" ->
                suggesting.take(
                        by,
                        text(typed, "id"),
                        text(typed, "course"),
                        text(typed, "activity-lead"),
                        text(typed, "until"));
            case "leave" -> suggesting.leave(by, text(typed, "id"), text(typed, "because"));
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static Plan.Activity activity(Map<String, String> typed) {
        return new Plan.Activity(
                "",
                text(typed, "objective"),
                text(typed, "activity"),
                text(typed, "activity-lead"),
                text(typed, "supporters"),
                text(typed, "from"),
                text(typed, "until"),
                number(typed, "cost"),
                number(typed, "funded"),
                text(typed, "currency"),
                Arrays.stream(text(typed, "provisions").split("[\\s,]+"))
                        .filter(it -> !it.isEmpty())
                        .toList(),
                "",
                "",
                text(typed, "rights"),
                Plan.Progress.PLANNED,
                "");
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static long number(Map<String, String> typed, String name) {
        var text = text(typed, name);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,12}")) {
            throw new CapacityRefused(name, Said.of("capacity.refused.number"));
        }
        return Long.parseLong(text);
    }

    @GetMapping("/plan.{format:html|pdf|docx}")
    ResponseEntity<byte[]> document(@PathVariable String format, Locale locale) {
        insider();
        return Downloads.paper(rendering, paper.of(locale), "action-plan", format);
    }

    @GetMapping("/plan.csv")
    ResponseEntity<byte[]> csv() {
        insider();
        var objectives = new LinkedHashMap<String, String>();
        plans.plan().it().objectives().forEach(it -> objectives.put(it.id(), it.text()));
        return Downloads.csv(
                "action-plan",
                List.of(
                        "objective",
                        "activity",
                        "lead",
                        "supporters",
                        "from",
                        "until",
                        "cost",
                        "funded",
                        "currency",
                        "provisions",
                        "progress",
                        "remark"),
                plans.plan().it().activities().stream()
                        .map(it -> List.of(
                                objectives.getOrDefault(it.objective(), ""),
                                it.title(),
                                it.lead(),
                                it.supporters(),
                                it.from(),
                                it.until(),
                                String.valueOf(it.cost()),
                                String.valueOf(it.funded()),
                                it.currency(),
                                String.join(" ", it.provisions()),
                                it.progress().token(),
                                it.remark()))
                        .toList());
    }

    private String show(FormErrors errors, Map<String, String> typed, Model model) {
        insider();
        var plan = plans.plan().it();
        model.addAttribute("plan", plan);
        model.addAttribute("aims", plans.aims());
        model.addAttribute("due", plans.due().stream().map(Plan.Activity::id).toList());
        model.addAttribute(
                "indicators",
                Arrays.stream(Indicator.values())
                        .filter(it -> plan.aims().stream()
                                .noneMatch(aim -> aim.indicator().equals(it.id())))
                        .toList());
        model.addAttribute("progresses", Plan.Progress.values());
        model.addAttribute(
                "dimensions",
                assessing.model().dimensions().stream().collect(LinkedHashMap::new, PlanPages::title, Map::putAll));
        model.addAttribute("suggestions", suggesting.waiting());
        model.addAttribute("courses", courses());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("history", plans.history());
        model.addAttribute("keeper", CapacityAccess.mayKeep(current.require()));
        return "capacity/plan";
    }

    private static void title(Map<Object, Object> titles, MaturityModel.Dimension dimension) {
        titles.put(dimension.id(), dimension.title());
    }

    private Map<String, String> courses() {
        var titles = new LinkedHashMap<String, String>();
        suggesting.waiting().stream()
                .flatMap(it -> it.courses().stream())
                .forEach(id -> titles.put(
                        id,
                        register.find(Kind.COURSE, id)
                                .map(held -> held.it().title())
                                .orElse(id)));
        return titles;
    }

    private void insider() {
        if (!CapacityAccess.maySee(current.require())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
