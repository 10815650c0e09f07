package org.comity.node.capacity.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.comity.law.assistance.MaturityModel;
import org.comity.node.capacity.AssessingOneself;
import org.comity.node.capacity.CapacityAccess;
import org.comity.node.capacity.CapacityRefused;
import org.comity.node.capacity.CountedHere;
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
import org.comity.node.kept.Held;
import org.springframework.context.MessageSource;
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

/** Action plans beside each other, and each on a page and as a document. */
@Controller
@RequestMapping("/capacity/plans")
class PlanPages {

    private final KeepingPlan plans;
    private final SuggestingTraining suggesting;
    private final AssessingOneself assessing;
    private final KeepingRegister register;
    private final PlanPaper paper;
    private final Rendering rendering;
    private final CurrentPerson current;
    private final CapacityAnswering answering;
    private final CountedHere counted;
    private final MessageSource words;

    PlanPages(
            KeepingPlan plans,
            SuggestingTraining suggesting,
            AssessingOneself assessing,
            KeepingRegister register,
            PlanPaper paper,
            Rendering rendering,
            CurrentPerson current,
            CapacityAnswering answering,
            CountedHere counted,
            MessageSource words) {
        this.plans = plans;
        this.suggesting = suggesting;
        this.assessing = assessing;
        this.register = register;
        this.paper = paper;
        this.rendering = rendering;
        this.current = current;
        this.answering = answering;
        this.counted = counted;
        this.words = words;
    }

    /** @param who it is for, in the reader's language @param late ended and not done @param money by currency */
    record PlanRow(Plan plan, String who, long done, int late, Map<String, Money> money) {}

    record Money(long cost, long funded) {

        Money plus(Money other) {
            return new Money(cost + other.cost, funded + other.funded);
        }
    }

    @GetMapping
    String plans(Model model, Locale locale) {
        return list(new FormErrors(), Map.of(), model, locale);
    }

    @PostMapping
    String open(@RequestParam Map<String, String> typed, Model model, Locale locale) {
        return answering.with(
                () -> "redirect:"
                        + KeepingPlan.page(plans.open(
                                        current.require(),
                                        text(typed, "scope"),
                                        text(typed, "about-" + text(typed, "scope")),
                                        description(typed))
                                .id()),
                errors -> list(errors, typed, model, locale),
                locale);
    }

    private String list(FormErrors errors, Map<String, String> typed, Model model, Locale locale) {
        insider();
        model.addAttribute(
                "rows",
                plans.all().stream()
                        .map(Held::it)
                        .map(plan -> new PlanRow(
                                plan,
                                who(plan, locale),
                                plan.activities().stream()
                                        .filter(it -> it.progress() == Plan.Progress.DONE)
                                        .count(),
                                plans.due(plan).size(),
                                money(plan)))
                        .toList());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "regions", register.data().regions().keySet().stream().sorted().toList());
        model.addAttribute("projects", register.standing(Kind.PROJECT));
        model.addAttribute("keeper", CapacityAccess.mayKeep(current.require()));
        return "capacity/plans";
    }

    private static Map<String, Money> money(Plan plan) {
        var money = new TreeMap<String, Money>();
        plan.activities().stream()
                .filter(it -> it.cost() > 0)
                .forEach(it -> money.merge(it.currency(), new Money(it.cost(), it.funded()), Money::plus));
        return money;
    }

    private String who(Plan plan, Locale locale) {
        return Plan.Scope.of(plan.scope())
                .map(scope -> switch (scope) {
                    case STATE -> Fact.name(register, plan.about(), locale);
                    case REGION -> words.getMessage("capacity.word." + plan.about(), null, locale);
                    case PROJECT ->
                        register.find(Kind.PROJECT, plan.about())
                                .map(held -> held.it().title())
                                .orElse(plan.about());
                })
                .orElseGet(() -> Fact.name(register, counted.state(), locale));
    }

    @GetMapping("/{id}")
    String plan(@PathVariable String id, Model model, Locale locale) {
        return show(id, new FormErrors(), Map.of(), model, locale);
    }

    @PostMapping("/{id}")
    String act(@PathVariable String id, @RequestParam Map<String, String> typed, Model model, Locale locale) {
        return answering.with(
                () -> {
                    done(id, typed);
                    return "redirect:" + KeepingPlan.page(id);
                },
                errors -> show(id, errors, typed, model, locale),
                locale);
    }

    private static KeepingPlan.Description description(Map<String, String> typed) {
        return new KeepingPlan.Description(
                text(typed, "title"),
                text(typed, "mandate"),
                text(typed, "lead"),
                text(typed, "from"),
                text(typed, "until"));
    }

    private void done(String id, Map<String, String> typed) {
        var by = current.require();
        switch (text(typed, "act")) {
            case "describe" -> plans.describe(by, id, description(typed));
            case "objective" ->
                plans.addObjective(
                        by,
                        id,
                        text(typed, "text"),
                        text(typed, "dimension"),
                        (int) number(typed, "level"),
                        text(typed, "by"));
            case "activity" -> plans.addActivity(by, id, activity(typed));
            case "move" ->
                plans.move(
                        by,
                        id,
                        text(typed, "of"),
                        Plan.Progress.of(text(typed, "progress"))
                                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)),
                        number(typed, "funded"),
                        text(typed, "remark"));
            case "aim" -> plans.aimAt(by, id, text(typed, "indicator"), text(typed, "target"), text(typed, "owner"));
            case "value" -> plans.value(by, id, text(typed, "indicator"), text(typed, "value"), text(typed, "source"));
            case "take" ->
                suggesting.take(
                        by,
                        text(typed, "of"),
                        text(typed, "course"),
                        text(typed, "activity-lead"),
                        text(typed, "until"));
            case "leave" -> suggesting.leave(by, text(typed, "of"), text(typed, "because"));
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

    @GetMapping("/{id}/plan.{format:html|pdf|docx}")
    ResponseEntity<byte[]> document(@PathVariable String id, @PathVariable String format, Locale locale) {
        insider();
        return Downloads.paper(rendering, paper.of(find(id), locale), "action-plan", format);
    }

    @GetMapping("/{id}/plan.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id) {
        insider();
        var plan = find(id);
        var objectives = new LinkedHashMap<String, String>();
        plan.objectives().forEach(it -> objectives.put(it.id(), it.text()));
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
                plan.activities().stream()
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

    private Plan find(String id) {
        try {
            return plans.plan(id).it();
        } catch (CapacityRefused absent) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private String show(String id, FormErrors errors, Map<String, String> typed, Model model, Locale locale) {
        insider();
        var plan = find(id);
        model.addAttribute("who", who(plan, locale));
        model.addAttribute("plan", plan);
        model.addAttribute("aims", plans.aims(plan));
        model.addAttribute(
                "due", plans.due(plan).stream().map(Plan.Activity::id).toList());
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
        model.addAttribute("suggestions", plan.isNational() ? suggesting.waiting() : List.of());
        model.addAttribute("courses", courses());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("history", plans.history(id));
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
