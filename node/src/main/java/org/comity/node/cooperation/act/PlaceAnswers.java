package org.comity.node.cooperation.act;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.comity.node.cooperation.LocatingData;
import org.comity.node.cooperation.place.Assessment;
import org.comity.node.cooperation.place.Candidate;
import org.comity.node.cooperation.place.Likelihood;
import org.comity.node.cooperation.place.Source;
import org.comity.node.cooperation.place.Standing;
import org.comity.node.frame.FormErrors;

/** Between an assessment of where data may be and the fields of its form, both ways: a row for each reason. */
public final class PlaceAnswers {

    private static final String ROWS = "candidates";

    private PlaceAnswers() {}

    public static Answers saved(Optional<Assessment> now) {
        var answers = Answers.NONE
                .and("standing", now.map(it -> it.standing().token()))
                .and("seen", now.map(Assessment::number).or(() -> Optional.of(0)));
        var row = 0;
        for (var candidate : now.map(Assessment::candidates).orElse(List.of())) {
            for (var ground : candidate.grounds()) {
                answers = answers.and(field(row, "state"), candidate.state())
                        .and(field(row, "likelihood"), candidate.likelihood().token())
                        .and(field(row, "source"), ground.source().token())
                        .and(field(row, "text"), ground.text())
                        .and(field(row, "asOf"), ground.asOf().toString());
                row++;
            }
        }
        return answers;
    }

    public static String field(int row, String name) {
        return "%s[%d].%s".formatted(ROWS, row, name);
    }

    /** Those that are filled, and one more to fill where that was asked for or nothing is there. */
    public static List<Integer> rows(Answers answers) {
        var filled = new ArrayList<>(answers.rows(ROWS));
        if (answers.has("add") || filled.isEmpty()) {
            filled.add(filled.isEmpty() ? 0 : filled.getLast() + 1);
        }
        return filled;
    }

    /** What was thought; where a field can't be used, the errors say so and nothing is to be recorded. */
    public static LocatingData.Thought said(Answers answers, Wording wording, FormErrors errors) {
        var candidates = new LinkedHashMap<String, Candidate>();
        for (var row : answers.rows(ROWS)) {
            var state = answers.text(field(row, "state"));
            if (state.isEmpty() && answers.text(field(row, "text")).isEmpty()) {
                continue;
            }
            read(answers, row, wording, errors)
                    .ifPresent(candidate -> candidates.merge(state, candidate, (one, other) -> {
                        if (one.likelihood() != other.likelihood()) {
                            errors.add(field(row, "likelihood"), wording.of("refused.place-twice", state));
                        }
                        return one.withGrounds(join(one.grounds(), other.grounds()));
                    }));
        }
        var standing = word(() -> Standing.of(answers.text("standing")));
        if (standing.isEmpty()) {
            errors.add("standing", wording.of("wrong.standing"));
        }
        return new LocatingData.Thought(
                standing.orElse(Standing.UNKNOWN), List.copyOf(candidates.values()), answers.text("note"));
    }

    private static Optional<Candidate> read(Answers answers, int row, Wording wording, FormErrors errors) {
        var likelihood = word(() -> Likelihood.of(answers.text(field(row, "likelihood"))));
        var source = word(() -> Source.of(answers.text(field(row, "source"))));
        if (answers.text(field(row, "state")).isEmpty()) {
            errors.add(field(row, "state"), wording.of("refused.place-state"));
        }
        if (likelihood.isEmpty()) {
            errors.add(field(row, "likelihood"), wording.of("wrong.likelihood"));
        }
        if (source.isEmpty()) {
            errors.add(field(row, "source"), wording.of("wrong.source"));
        }
        try {
            var asOf = answers.date(field(row, "asOf"));
            if (asOf.isEmpty()) {
                errors.add(field(row, "asOf"), wording.of("wrong.as-of"));
            }
            return likelihood.flatMap(likely -> source.flatMap(from -> asOf.map(day -> Candidate.of(
                    answers.text(field(row, "state")),
                    likely,
                    new Candidate.Ground(from, answers.text(field(row, "text")), day)))));
        } catch (Answers.Unreadable unreadable) {
            wording.tell(errors, unreadable);
            return Optional.empty();
        }
    }

    private static <T> Optional<T> word(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static List<Candidate.Ground> join(List<Candidate.Ground> some, List<Candidate.Ground> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
