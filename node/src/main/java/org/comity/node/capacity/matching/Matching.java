package org.comity.node.capacity.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.comity.node.capacity.matching.Match.Part;
import org.comity.node.capacity.register.Span;
import org.comity.node.frame.Said;

/** Applies the rules. The same need, candidates and projects give the same list in whatever order they are looked at. */
public final class Matching {

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(Match::score)
            .reversed()
            .thenComparing(match -> match.candidate().kind())
            .thenComparing(match -> match.candidate().id());

    private Matching() {}

    public static List<Match> of(
            Wanted wanted, Collection<Candidate> candidates, Collection<Running> projects, Circumstances known) {
        return candidates.stream()
                .filter(it -> it.reach() != Reach.NOWHERE)
                .filter(it -> !common(wanted.themes(), it.themes()).isEmpty())
                .map(it -> match(wanted, it, overlaps(wanted, it, projects, known), known))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** Same State, a theme that the candidate would serve, same time. */
    private static List<Running> overlaps(
            Wanted wanted, Candidate candidate, Collection<Running> projects, Circumstances known) {
        var served = common(wanted.themes(), candidate.themes());
        var from = wanted.span().from().filter(known.today()::isBefore).orElse(known.today());
        var wantedThen = new Span(java.util.Optional.of(from), wanted.span().until());
        return projects.stream()
                .filter(it -> it.reach() != Reach.NOWHERE)
                .filter(it -> !common(served, it.themes()).isEmpty())
                .filter(it -> it.span().meets(wantedThen))
                .sorted(Comparator.comparing(Running::reach).thenComparing(Running::id))
                .toList();
    }

    private static Match match(Wanted wanted, Candidate candidate, List<Running> overlaps, Circumstances known) {
        return new Match(
                candidate,
                List.of(
                        theme(wanted, candidate),
                        reach(candidate),
                        form(wanted, candidate),
                        language(wanted, candidate),
                        time(wanted, candidate),
                        lawGap(wanted, candidate, known),
                        delay(wanted, candidate, known),
                        overlap(overlaps)),
                overlaps);
    }

    private static Part theme(Wanted wanted, Candidate candidate) {
        int served = common(wanted.themes(), candidate.themes()).size();
        int asked = wanted.themes().size();
        return new Part(
                Rule.THEME,
                Math.round((float) Rule.THEME.points() * served / asked),
                Said.of("capacity.match.theme", served, asked));
    }

    private static Part reach(Candidate candidate) {
        return switch (candidate.reach()) {
            case STATE -> new Part(Rule.REACH, Rule.REACH.points(), Said.of("capacity.match.reach.state"));
            case REGION -> new Part(Rule.REACH, 10, Said.of("capacity.match.reach.region"));
            case WORLD -> new Part(Rule.REACH, 5, Said.of("capacity.match.reach.world"));
            case NOWHERE -> new Part(Rule.REACH, 0, Said.of("capacity.match.reach.nowhere"));
        };
    }

    private static Part form(Wanted wanted, Candidate candidate) {
        if (wanted.forms().isEmpty()) {
            return nothing(Rule.FORM, "capacity.match.form.any");
        }
        return all(
                Rule.FORM, wanted.forms(), candidate.forms(), "capacity.match.form.same", "capacity.match.form.other");
    }

    private static Part language(Wanted wanted, Candidate candidate) {
        if (wanted.languages().isEmpty() || candidate.languages().isEmpty()) {
            return nothing(Rule.LANGUAGE, "capacity.match.language.unknown");
        }
        var both = common(wanted.languages(), candidate.languages());
        return both.isEmpty()
                ? nothing(Rule.LANGUAGE, "capacity.match.language.other")
                : new Part(
                        Rule.LANGUAGE,
                        Rule.LANGUAGE.points(),
                        Said.of("capacity.match.language.same", String.join(", ", both)));
    }

    private static Part time(Wanted wanted, Candidate candidate) {
        if (wanted.span().equals(Span.OPEN) || candidate.span().equals(Span.OPEN)) {
            return nothing(Rule.TIME, "capacity.match.time.unknown");
        }
        return wanted.span().meets(candidate.span())
                ? new Part(Rule.TIME, Rule.TIME.points(), Said.of("capacity.match.time.same"))
                : nothing(Rule.TIME, "capacity.match.time.other");
    }

    private static Part lawGap(Wanted wanted, Candidate candidate, Circumstances known) {
        var lacking = common(wanted.provisions(), known.gaps());
        if (lacking.isEmpty()) {
            return nothing(Rule.LAW_GAP, "capacity.match.gap.none");
        }
        return candidate.themes().contains("legislation")
                ? new Part(
                        Rule.LAW_GAP,
                        Rule.LAW_GAP.points(),
                        Said.of("capacity.match.gap.served", String.join(", ", lacking)))
                : nothing(Rule.LAW_GAP, "capacity.match.gap.other");
    }

    private static Part delay(Wanted wanted, Candidate candidate, Circumstances known) {
        return common(wanted.themes(), candidate.themes()).stream()
                .filter(known.delays()::containsKey)
                .findFirst()
                .map(theme -> new Part(
                        Rule.DELAY,
                        Rule.DELAY.points(),
                        java.util.Objects.requireNonNull(known.delays().get(theme))))
                .orElseGet(() -> nothing(Rule.DELAY, "capacity.match.delay.none"));
    }

    private static Part overlap(List<Running> overlaps) {
        if (overlaps.isEmpty()) {
            return nothing(Rule.OVERLAP, "capacity.match.overlap.none");
        }
        boolean named = overlaps.stream().anyMatch(it -> it.reach() == Reach.STATE);
        return new Part(
                Rule.OVERLAP,
                named ? Rule.OVERLAP.points() : Rule.OVERLAP.points() / 2,
                Said.of("capacity.match.overlap.some", overlaps.size()));
    }

    private static Part all(Rule rule, Set<String> wanted, Set<String> given, String same, String other) {
        return common(wanted, given).isEmpty()
                ? new Part(rule, 0, Said.of(other))
                : new Part(rule, rule.points(), Said.of(same));
    }

    private static Part nothing(Rule rule, String key) {
        return new Part(rule, 0, Said.of(key));
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        var common = new TreeSet<>(one);
        common.retainAll(other);
        return common;
    }
}
