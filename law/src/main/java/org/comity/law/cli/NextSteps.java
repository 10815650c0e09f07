package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.time.LocalDate;
import java.util.List;
import org.comity.law.matrix.Ranking;

/** The steps that would open most ways, in the form that is asked. */
final class NextSteps {

    private NextSteps() {}

    static String write(Form form, LocalDate on, List<Ranking.Step> steps) {
        return form.write(() -> text(on, steps), () -> json(on, steps), () -> csv(steps));
    }

    private static String text(LocalDate on, List<Ranking.Step> steps) {
        String line = "%2s  %-8s %-2s %-16s %10s %10s %12s%n";
        StringBuilder text = new StringBuilder("Steps that would open most ways on " + on
                + ", each after those before it:\n\n"
                + String.format(line, "", "step", "", "", "alone", "added", "together"));
        for (int i = 0; i < steps.size(); i++) {
            Ranking.Step step = steps.get(i);
            text.append(String.format(
                    line,
                    i + 1,
                    step.candidate().kind().code(),
                    step.candidate().state(),
                    step.candidate().what(),
                    String.format("%,d", step.alone().opened()),
                    String.format("%,d", step.added().opened()),
                    String.format("%,d", step.together().opened())));
        }
        return text.append(steps.isEmpty() ? "No step opens a way.\n" : "").toString();
    }

    private static Object json(LocalDate on, List<Ranking.Step> steps) {
        return object(
                "on",
                on,
                "steps",
                steps.stream()
                        .map(step -> object(
                                "step", step.candidate().kind().code(),
                                "state", step.candidate().state(),
                                "what", step.candidate().what(),
                                "alone", WhatWouldChange.json(step.alone()),
                                "added", WhatWouldChange.json(step.added()),
                                "together", WhatWouldChange.json(step.together())))
                        .toList());
    }

    private static Csv csv(List<Ranking.Step> steps) {
        Csv csv = Csv.of("step", "state", "what", "alone_opened", "added_opened", "together_opened");
        steps.forEach(step -> csv.row(
                step.candidate().kind().code(),
                step.candidate().state(),
                step.candidate().what(),
                step.alone().opened(),
                step.added().opened(),
                step.together().opened()));
        return csv;
    }
}
