package org.comity.node.capacity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comity.node.capacity.register.Kind;
import org.comity.node.capacity.register.Span;
import org.comity.node.frame.Said;

/** A match explains itself, and no help is recommended where somebody does the same without that being said. */
class MatchingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<String> THEMES = List.of("legislation", "judiciary", "e-evidence", "cooperation-24-7");
    private static final Circumstances KNOWN = new Circumstances(
            TODAY, Set.of("ets185:16"), Map.of("cooperation-24-7", Said.of("capacity.match.delay.none")));

    @Property(tries = 300)
    void theScoreIsTheSumOfItsPartsAndEachRuleHasOne(
            @ForAll("needs") Wanted need,
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("projects") List<Running> projects) {
        assertThat(Matching.of(need, candidates, projects, KNOWN)).allSatisfy(match -> {
            assertThat(match.score())
                    .isEqualTo(
                            match.parts().stream().mapToInt(Match.Part::points).sum());
            assertThat(match.parts()).extracting(Match.Part::rule).containsExactly(Rule.values());
            assertThat(match.parts())
                    .allSatisfy(part -> assertThat(part.said().inEnglish()).isNotBlank());
            assertThat(match.parts())
                    .allSatisfy(part -> assertThat(Math.abs(part.points()))
                            .isLessThanOrEqualTo(Math.abs(part.rule().points())));
        });
    }

    @Property(tries = 300)
    void anOverlapIsNeverPassedOver(
            @ForAll("needs") Wanted need,
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("projects") List<Running> projects) {
        for (var match : Matching.of(need, candidates, projects, KNOWN)) {
            for (var project : projects) {
                boolean same = project.reach() != Reach.NOWHERE
                        && project.themes().stream()
                                .anyMatch(theme -> need.themes().contains(theme)
                                        && match.candidate().themes().contains(theme))
                        && project.span().until().filter(TODAY::isAfter).isEmpty()
                        && need.span()
                                .until()
                                .flatMap(end -> project.span().from().filter(end::isBefore))
                                .isEmpty()
                        && project.span()
                                .until()
                                .flatMap(end -> need.span().from().filter(end::isBefore))
                                .isEmpty();
                assertThat(match.overlaps().contains(project)).isEqualTo(same);
            }
            var part = match.parts().getLast();
            assertThat(part.rule()).isEqualTo(Rule.OVERLAP);
            assertThat(part.points() < 0).isEqualTo(match.doubles());
        }
    }

    @Property(tries = 300)
    void theOrderInWhichThingsAreLookedAtDoesNotMatter(
            @ForAll("needs") Wanted need,
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("projects") List<Running> projects,
            @ForAll long seed) {
        var otherwise = new java.util.ArrayList<>(candidates);
        Collections.shuffle(otherwise, new Random(seed));
        var projectsOtherwise = new java.util.ArrayList<>(projects);
        Collections.shuffle(projectsOtherwise, new Random(seed));
        assertThat(Matching.of(need, otherwise, projectsOtherwise, KNOWN))
                .isEqualTo(Matching.of(need, candidates, projects, KNOWN));
    }

    @Property(tries = 300)
    void nothingIsMatchedThatIsForOthersOrAboutSomethingElse(
            @ForAll("needs") Wanted need, @ForAll("candidates") List<Candidate> candidates) {
        assertThat(Matching.of(need, candidates, List.of(), KNOWN)).allSatisfy(match -> {
            assertThat(match.candidate().reach()).isNotEqualTo(Reach.NOWHERE);
            assertThat(match.candidate().themes()).containsAnyElementsOf(need.themes());
        });
    }

    @Example
    void everythingThatFitsIsAHundredPoints() {
        var need = new Wanted(
                Set.of("legislation", "cooperation-24-7"),
                Set.of("legislative-advice"),
                Set.of("fr"),
                Set.of("ets185:16"),
                Span.of("2027", "2027"));
        var offer = new Candidate(
                Kind.OFFER,
                "a",
                "Drafting",
                "Council",
                Set.of("legislation", "cooperation-24-7"),
                Set.of("legislative-advice"),
                Set.of("fr", "en"),
                Reach.STATE,
                Span.of("2026", "2028"));
        assertThat(Matching.of(need, List.of(offer), List.of(), KNOWN)
                        .getFirst()
                        .score())
                .isEqualTo(100);
    }

    @Provide
    Arbitrary<Wanted> needs() {
        return Combinators.combine(
                        themes(1), words("mentoring", "exercise"), words("en", "fr"), words("ets185:16"), spans())
                .as(Wanted::new);
    }

    @Provide
    Arbitrary<List<Candidate>> candidates() {
        return Combinators.combine(
                        Arbitraries.of(Kind.OFFER, Kind.COURSE),
                        Arbitraries.strings().alpha().ofLength(4),
                        themes(0),
                        words("mentoring", "exercise"),
                        words("en", "fr", "es"),
                        Arbitraries.of(Reach.class),
                        spans())
                .as((kind, id, themes, forms, languages, reach, span) ->
                        new Candidate(kind, id, id, "institution", themes, forms, languages, reach, span))
                .list()
                .ofMaxSize(8)
                .uniqueElements(it -> it.kind() + it.id());
    }

    @Provide
    Arbitrary<List<Running>> projects() {
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofLength(4), themes(0), Arbitraries.of(Reach.class), spans())
                .as((id, themes, reach, span) -> new Running(id, id, "implementer", themes, reach, span))
                .list()
                .ofMaxSize(6)
                .uniqueElements(Running::id);
    }

    private static Arbitrary<Set<String>> themes(int least) {
        return Arbitraries.of(THEMES).set().ofMinSize(least).ofMaxSize(4);
    }

    private static Arbitrary<Set<String>> words(String... words) {
        return Arbitraries.of(words).set().ofMaxSize(words.length);
    }

    private static Arbitrary<Span> spans() {
        Arbitrary<Optional<LocalDate>> from = day().optional();
        return Combinators.combine(from, Arbitraries.integers().between(0, 900).optional())
                .as((day, length) -> new Span(day, length.flatMap(days -> day.map(it -> it.plusDays(days)))));
    }

    private static Arbitrary<LocalDate> day() {
        return Arbitraries.integers().between(-900, 900).map(TODAY::plusDays);
    }
}
