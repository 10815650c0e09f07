package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.law.LawBase;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.law.matrix.Causes;
import org.comity.law.matrix.Causes.By;
import org.comity.law.matrix.Causes.Cause;
import org.comity.law.matrix.Difference.Way;
import org.comity.law.matrix.History.Event;
import org.jspecify.annotations.Nullable;

/** {@code matrix --since DATE}: what began or ended in between, and which pairs each of it turned. */
final class WhyTurned {

    private static final String NONE = "none";

    private final LawBase law;
    private final Causes causes;

    WhyTurned(LawBase law, Causes causes) {
        this.law = law;
        this.causes = causes;
    }

    String write(Form form, boolean withPairs) {
        return form.write(() -> text(withPairs), this::json, this::csv);
    }

    private String text(boolean withPairs) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%s, %s data, offence %s: open pairs from %s to %s: %+d%n",
                causes.assistance().measure().code(),
                causes.assistance().data().code(),
                causes.assistance().offence().code(),
                causes.from(),
                causes.to(),
                causes.causes().stream().mapToInt(Cause::more).sum()));
        for (Cause cause : causes.causes()) {
            text.append(String.format("%n%s %+6d  %s%n", cause.on(), cause.more(), whose(cause)));
            cause.events().forEach(event -> text.append(Facts.wrapped("    ", said(event))));
            if (withPairs) {
                text.append(Facts.wrapped(
                        "    ", cause.ways().stream().map(WhyTurned::said).collect(Collectors.joining("; "))));
            }
        }
        return text.append(withPairs ? "" : "\nWhich pairs: --pairs, --csv or --json.\n")
                .toString();
    }

    private String whose(Cause cause) {
        return switch (cause.by()) {
            case EVERYBODY -> "for every State, " + cause.ways().size() + " pairs";
            case STATE -> name(cause.states().getFirst()) + ", " + cause.ways().size() + " pairs";
            case BOTH_STATES ->
                "between " + cause.states().size() + " States that changed on the same day, "
                        + cause.ways().size() + " pairs";
        };
    }

    private String name(StateCode code) {
        return law.state(code).map(State::name).orElse(code.value());
    }

    private static String said(Event event) {
        return event.state().map(state -> state + " ").orElse("") + event.kind().code() + " " + event.what();
    }

    private static String said(Way way) {
        return way.pair().from() + "→" + way.pair().to() + " " + code(way.before()) + " → " + code(way.after());
    }

    private static String code(Optional<Standing> standing) {
        return standing.map(Standing::code).orElse(NONE);
    }

    private Object json() {
        return object(
                "measure",
                causes.assistance().measure().code(),
                "data",
                causes.assistance().data().code(),
                "offence",
                causes.assistance().offence().code(),
                "from",
                causes.from(),
                "to",
                causes.to(),
                "causes",
                causes.causes().stream().map(WhyTurned::json).toList());
    }

    private static Map<String, @Nullable Object> json(Cause cause) {
        return object(
                "on", cause.on(),
                "by", cause.by().code(),
                "states", cause.states(),
                "more", cause.more(),
                "events", cause.events().stream().map(WhyTurned::said).toList(),
                "pairs",
                        cause.ways().stream()
                                .map(way -> object(
                                        "from", way.pair().from(),
                                        "to", way.pair().to(),
                                        "before", code(way.before()),
                                        "after", code(way.after())))
                                .toList());
    }

    private Csv csv() {
        return csv(causes);
    }

    /** One line a pair. */
    static Csv csv(Causes causes) {
        Csv csv = Csv.of("on", "by", "states", "events", "from", "to", "before", "after");
        for (Cause cause : causes.causes()) {
            String states = cause.by() == By.STATE ? cause.states().getFirst().value() : "";
            String events = cause.by() == By.BOTH_STATES
                    ? ""
                    : cause.events().stream().map(WhyTurned::said).collect(Collectors.joining("|"));
            cause.ways()
                    .forEach(way -> csv.row(
                            cause.on(),
                            cause.by().code(),
                            cause.by() == By.BOTH_STATES
                                    ? way.pair().from() + "|" + way.pair().to()
                                    : states,
                            events,
                            way.pair().from(),
                            way.pair().to(),
                            code(way.before()),
                            code(way.after())));
        }
        return csv;
    }
}
