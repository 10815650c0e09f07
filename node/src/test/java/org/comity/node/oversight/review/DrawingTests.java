package org.comity.node.oversight.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.comity.node.oversight.review.Drawing.Case;

class DrawingTests {

    @Property(tries = 100)
    void theSameSeedDrawsTheSameCasesFromAListInAnyOrder(
            @ForAll @IntRange(max = 40) int cases, @ForAll @IntRange(min = 1, max = 9) int each, @ForAll long order) {
        var all = cases(cases);
        var mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, new Random(order));
        assertThat(Drawing.draw("seed", mixed, each)).isEqualTo(Drawing.draw("seed", all, each));
        assertThat(Drawing.fingerprint(mixed)).isEqualTo(Drawing.fingerprint(all));
    }

    @Property(tries = 100)
    void ofEachKindAsManyAreDrawnAsWereAskedForOrAllOfThem(
            @ForAll @IntRange(max = 40) int cases, @ForAll @IntRange(min = 1, max = 9) int each) {
        var all = cases(cases);
        var there = all.stream().collect(Collectors.groupingBy(Case::kind, Collectors.counting()));
        var drawn = Drawing.draw("seed", all, each).stream()
                .collect(Collectors.groupingBy(it -> it.it().kind(), Collectors.counting()));
        assertThat(drawn.keySet()).isEqualTo(there.keySet());
        drawn.forEach((kind, number) -> assertThat(number).isEqualTo(Math.min(each, there.get(kind))));
    }

    @Example
    void anotherSeedDrawsOthersAndOneCaseLessIsNoticed() {
        var all = cases(40);
        assertThat(Drawing.draw("one", all, 3)).isNotEqualTo(Drawing.draw("two", all, 3));
        assertThat(Drawing.fingerprint(all.subList(1, 40))).isNotEqualTo(Drawing.fingerprint(all));
    }

    private static List<Case> cases(int number) {
        return IntStream.range(0, number)
                .mapToObj(it -> new Case(new UUID(7, it), "KIND_" + it % 3))
                .toList();
    }
}
