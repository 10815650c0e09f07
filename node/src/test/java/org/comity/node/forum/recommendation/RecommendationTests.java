package org.comity.node.forum.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.comity.node.forum.mandate.Provenance;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.recommendation.Recommendation.Position;
import org.comity.node.forum.recommendation.Recommendation.State;
import org.comity.node.forum.recommendation.RecommendationLife.Event;
import org.junit.jupiter.api.Test;

class RecommendationTests {

    private static final Party BRAZIL = Party.state("BR");
    private static final Party CHINA = Party.state("CN");

    @Property
    void whatWasAdoptedStaysAdopted(@ForAll Event event) {
        assertThat(RecommendationLife.next(State.ADOPTED, event)).isEmpty();
    }

    @Property
    void onlyTheCompiledListIsAdoptedAndEveryStateCanBeReached(@ForAll State from, @ForAll Event event) {
        RecommendationLife.next(from, event)
                .filter(State.ADOPTED::equals)
                .ifPresent(_ -> assertThat(from).isEqualTo(State.COMPILED));
        assertThat(RecommendationLife.TABLE)
                .extracting(RecommendationLife.Transition::to)
                .contains(Arrays.stream(State.values())
                        .filter(state -> state != State.PROPOSED)
                        .toArray(State[]::new));
    }

    @Test
    void aMergedOneKeepsEveryProposerOnceAndEveryDispute() {
        var one = proposed("a", BRAZIL).taking(new Position(CHINA, true, ""));
        var other = proposed("b", BRAZIL, CHINA).taking(new Position(CHINA, false, "Not so."));

        var merged = Recommendation.merging("c", "Both.", List.of(one, other));

        assertThat(merged.proposers()).containsExactly(BRAZIL, CHINA);
        assertThat(merged.disputers()).containsExactly(CHINA);
        assertThat(merged.supporters()).isEmpty();
        assertThat(merged.merged()).containsExactly("a", "b");
    }

    @Test
    void aDelegationHasOnePosition() {
        var it = proposed("a", BRAZIL).taking(new Position(CHINA, true, "")).taking(new Position(CHINA, false, ""));
        assertThat(it.positions()).hasSize(1);
        assertThat(it.isDisputed()).isTrue();
        assertThat(it.withoutPositionOf(CHINA).positions()).isEmpty();
    }

    @Test
    void theCompilationListsByThemeInTheConventionalOrderAndLeavesOutWhatWasMergedOrWithdrawn() {
        var council = new Party(Party.Kind.IGO, "Council of Europe");
        var palestine = new Party(Party.Kind.OBSERVER_STATE, "PS");
        var all = List.of(
                proposed("a", council, CHINA, palestine, BRAZIL),
                proposed("b", BRAZIL).withState(State.MERGED),
                proposed("c", BRAZIL).withTheme("prevention"),
                proposed("d", BRAZIL).withState(State.WITHDRAWN));

        var compilation = Compilation.of(all, List.of("prevention", "criminalization"), Party::name);

        assertThat(compilation.parts())
                .extracting(Compilation.Part::theme)
                .containsExactly("prevention", "criminalization");
        assertThat(compilation.size()).isEqualTo(2);
        assertThat(compilation.parts().getLast().entries().getFirst().proposers())
                .containsExactly(BRAZIL, CHINA, palestine, council);
    }

    @Property(tries = 200)
    void lettersNeverRepeat(@ForAll @IntRange(max = 800) int one, @ForAll @IntRange(max = 800) int other) {
        assertThat(Compilation.letter(one).equals(Compilation.letter(other))).isEqualTo(one == other);
        assertThat(Set.of("(a)", "(z)", "(aa)"))
                .containsExactlyInAnyOrder(Compilation.letter(0), Compilation.letter(25), Compilation.letter(26));
    }

    private static Recommendation proposed(String id, Party... by) {
        return new Recommendation(
                id,
                "eg-4",
                "criminalization",
                "Punish the conduct.",
                List.of("States"),
                State.PROPOSED,
                List.of(by),
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                Provenance.entered("2018"));
    }
}
