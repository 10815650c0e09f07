package org.comity.node.capacity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comity.node.capacity.KeepingPlan;
import org.comity.node.capacity.plan.Plan;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Paper;
import org.comity.node.documents.Paper.Line;
import org.comity.node.documents.Paper.Style;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The action plan as a document: objectives with their activities, the budget, and indicators before and after. */
@Component
class PlanPaper {

    private final KeepingPlan plans;
    private final MessageSource words;

    PlanPaper(KeepingPlan plans, MessageSource words) {
        this.plans = plans;
        this.words = words;
    }

    Paper of(Plan plan, Locale locale) {
        var language = FormLanguage.of(locale.getLanguage())
                .orElse(FormLanguage.of("en").orElseThrow());
        var lines = new ArrayList<Line>();
        var title = plan.isEmpty() ? word(locale, "capacity.section.plan") : plan.title();
        lines.add(line(Style.TITLE, "", title));
        for (var head : List.of(plan.mandate(), plan.lead(), plan.from() + " – " + plan.until())) {
            lines.add(line(Style.MASTHEAD, "", head));
        }
        int chapter = 0;
        for (var objective : plan.objectives()) {
            lines.add(line(Style.CHAPTER, ++chapter + ".", objective.text()));
            activities(lines, plan, objective.id(), chapter, locale);
        }
        if (plan.activities().stream().anyMatch(it -> it.objective().isEmpty())) {
            lines.add(line(Style.CHAPTER, ++chapter + ".", word(locale, "capacity.activities-other")));
            activities(lines, plan, "", chapter, locale);
        }
        lines.add(line(Style.CHAPTER, ++chapter + ".", word(locale, "capacity.indicators")));
        for (var aim : plans.aims(plan)) {
            lines.add(line(
                    Style.ITEM,
                    aim.indicator().id(),
                    word(
                            locale,
                            "capacity.paper.aim",
                            word(locale, "capacity.indicator." + aim.indicator().id()),
                            aim.before().map(PlanPaper::shown).orElse("–"),
                            aim.now().map(PlanPaper::shown).orElse("–"),
                            aim.aim().target(),
                            word(locale, "capacity.unit." + aim.indicator().unit()))));
        }
        return new Paper(title, word(locale, "capacity.section.plan"), language, lines);
    }

    private void activities(List<Line> lines, Plan plan, String objective, int chapter, Locale locale) {
        int number = 0;
        for (var it : plan.activities()) {
            if (it.objective().equals(objective)) {
                lines.add(line(
                        Style.PARAGRAPH,
                        chapter + "." + ++number,
                        word(
                                locale,
                                "capacity.paper.activity",
                                it.title(),
                                it.lead(),
                                it.from() + " – " + it.until(),
                                it.cost() + " " + it.currency(),
                                it.funded() + " " + it.currency(),
                                word(
                                        locale,
                                        "capacity.progress." + it.progress().token()))));
            }
        }
    }

    static String shown(double value) {
        return String.valueOf(Math.round(value * 10) / 10.0);
    }

    private static Line line(Style style, String number, String text) {
        return new Line(style, number, text, "en", List.of());
    }

    private String word(Locale locale, String key, Object... about) {
        return words.getMessage(key, about, locale);
    }
}
