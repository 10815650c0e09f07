package org.comity.law.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.Authority;
import org.comity.law.Basis;
import org.comity.law.Deadline;
import org.comity.law.Finding;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.Offence;
import org.comity.law.Provision;
import org.comity.law.RefusalGround;
import org.comity.law.Route;
import org.comity.law.RoutePlan;
import org.comity.law.RouteQuery;
import org.comity.law.Safeguard;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.StateCode;

/** A plan as a person reads it: open and conditional routes in full, closed ones by what shuts them. */
final class PlanAsText {

    private static final int WIDTH = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final LawBase law;
    private final StringBuilder out = new StringBuilder();

    private PlanAsText(LawBase law) {
        this.law = law;
    }

    static String write(RoutePlan plan, LawBase law) {
        PlanAsText text = new PlanAsText(law);
        text.question(plan.query());
        plan.routes().forEach(text::route);
        if (plan.routes().isEmpty()) {
            text.wrapped("", "", "No instrument in the data set ties these States for this measure.");
        }
        text.legend();
        return text.out.toString();
    }

    private void question(RouteQuery query) {
        wrapped(
                "",
                "",
                name(query.requesting()) + " to " + name(query.requested()) + " on " + day(query.on()) + ": "
                        + query.measure().code() + ", " + query.dataCategory().code() + " data, "
                        + offence(query.offence())
                        + (query.facts().said().isEmpty()
                                ? ""
                                : "; known: " + String.join(", ", query.facts().said())));
        out.append('\n');
    }

    private String offence(Offence offence) {
        return switch (offence) {
            case Offence.Other other ->
                "another offence" + (other.description().isEmpty() ? "" : " (" + other.description() + ")");
            case Offence.Described described ->
                described.provision()
                        + law.provision(described.provision())
                                .map(Provision::subject)
                                .map(subject -> " (" + subject + ")")
                                .orElse("");
        };
    }

    private String name(StateCode code) {
        return law.state(code).map(State::name).orElse(code.value());
    }

    private void route(Route route) {
        String instrument =
                law.instrument(route.instrument()).map(Instrument::shortTitle).orElse(route.instrument());
        wrapped(
                mark(route.standing()) + " " + pad(route.standing().code(), 12),
                " ".repeat(14),
                route.title() + " · " + route.provision() + ", " + instrument);
        if (route.standing() == Standing.CLOSED) {
            route.findings().stream()
                    .filter(finding -> finding.result() == Finding.Result.NOT_MET)
                    .forEach(this::finding);
        } else {
            particulars(route);
            route.findings().forEach(this::finding);
        }
        out.append('\n');
    }

    private void particulars(Route route) {
        List<String> ways = new ArrayList<>(List.of(route.channel().words()));
        route.otherChannels().forEach(channel -> ways.add("or " + channel.words()));
        field("channel", String.join(", ", ways));
        field("authority", route.authority().map(this::authority).orElse("none in the directory"));
        field("dual crim.", route.dualCriminality().code().replace('-', ' '));
        labelled(
                "deadline", route.deadlines().stream().map(PlanAsText::deadline).toList());
        labelled(
                "refusal",
                route.refusalGrounds().stream().map(PlanAsText::ground).toList());
        labelled(
                "limits",
                route.safeguards().stream()
                        .filter(safeguard -> !isGround(route, safeguard))
                        .map(PlanAsText::safeguard)
                        .toList());
        route.forms().ifPresent(forms -> field("form", forms));
    }

    private String authority(Authority authority) {
        return authority.institution() + ", last confirmed " + day(authority.lastConfirmed())
                + basis(authority.basis());
    }

    private static String deadline(Deadline deadline) {
        String extent = switch (deadline.kind()) {
            case MAX -> "at most ";
            case MIN -> "at least ";
            case TARGET -> deadline.length().isPresent() ? "aim " : "";
        };
        Optional<String> length = deadline.length().map(l -> extent + length(l) + unit(deadline) + ", ");
        return deadline.what() + ": " + length.orElse("no number in the text, ") + "from " + deadline.from() + " ("
                + article(deadline.provision()) + ")"
                + deadline.extension().map(e -> "; " + e).orElse("");
    }

    private static String unit(Deadline deadline) {
        return deadline.unit() == Deadline.Unit.WORKING_DAYS ? " (working days)" : "";
    }

    private static String length(TemporalAmount amount) {
        return switch (amount) {
            case Duration duration -> counted(duration.toHours(), "hour");
            case Period period when period.getYears() > 0 -> counted(period.getYears(), "year");
            case Period period when period.getMonths() > 0 -> counted(period.getMonths(), "month");
            case Period period -> counted(period.getDays(), "day");
            default -> amount.toString();
        };
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private static String ground(RefusalGround ground) {
        return ground.article() + " " + ground.ground();
    }

    /** What already stands among the grounds of refusal is not said again. */
    private static boolean isGround(Route route, Safeguard safeguard) {
        return route.refusalGrounds().stream()
                .anyMatch(ground -> ground.article().equals(safeguard.article()));
    }

    private static String safeguard(Safeguard safeguard) {
        String instrument =
                safeguard.provision().substring(0, safeguard.provision().indexOf(':') + 1);
        return safeguard.kind().replace('-', ' ') + ": " + safeguard.text() + " [" + instrument + safeguard.article()
                + basis(safeguard.basis()) + "]";
    }

    private static String article(String provision) {
        return provision.substring(provision.indexOf(':') + 1);
    }

    private void labelled(String label, List<String> texts) {
        String shown = label;
        for (String text : texts) {
            field(shown, text);
            shown = "";
        }
    }

    private void field(String label, String text) {
        wrapped("  " + pad(label, 12), " ".repeat(14), text);
    }

    private void finding(Finding finding) {
        wrapped(
                " ".repeat(14) + mark(finding.result()) + " ",
                " ".repeat(16),
                finding.reason() + " [" + finding.provision() + basis(finding.basis()) + "]");
    }

    private static String basis(Basis basis) {
        return basis == Basis.RECALLED ? ", recalled" : "";
    }

    private void legend() {
        wrapped("", "", "● open  ◐ conditional  ? unknown  ○ closed     ✓ met  ✗ not met  ~ discretionary  ? unknown");
        wrapped(
                "",
                "",
                "Data of " + day(law.asOf())
                        + ", a working aid: the depositaries' own pages prevail. “Recalled” was not"
                        + " looked up; --json names every source.");
    }

    private static String mark(Standing standing) {
        return switch (standing) {
            case OPEN -> "●";
            case CONDITIONAL -> "◐";
            case UNKNOWN -> "?";
            case CLOSED -> "○";
        };
    }

    private static String mark(Finding.Result result) {
        return switch (result) {
            case MET -> "✓";
            case NOT_MET -> "✗";
            case DISCRETIONARY -> "~";
            case UNKNOWN -> "?";
        };
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** Writes the text in lines of at most a hundred columns, the later ones indented. */
    private void wrapped(String first, String then, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean fresh = true;
        for (String word : text.split(" ")) {
            if (!fresh && line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(then);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        out.append(line).append('\n');
    }
}
