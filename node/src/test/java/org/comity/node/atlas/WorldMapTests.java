package org.comity.node.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.comity.law.LawBase;
import org.comity.law.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldMapTests {

    private static final LawBase LAW = LawBase.load();
    private static final WorldMap MAP = new WorldMap(() -> LAW);

    @Test
    void everyStateStandsOnTheWorldSaveTheUnion() {
        assertThat(states(picture(View.WORLD)))
                .containsExactlyInAnyOrderElementsOf(LAW.states().stream()
                        .map(state -> state.code().value())
                        .filter(code -> !code.equals("EU"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void aStateTooSmallToPointAtHasADotWithRoomForAFinger() {
        Picture world = picture(View.WORLD);

        assertThat(world.dots())
                .extracting(Picture.Dot::state)
                .contains("MT", "SG", "TV", "BB", "LI")
                .doesNotContain("BE", "AL");
        assertThat(world.dots())
                .allSatisfy(dot ->
                        assertThat(2.0 * dot.reach() * 1160 / world.width()).isGreaterThanOrEqualTo(24));
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void dotsLieOnThePaper(View view) {
        Picture picture = picture(view);

        assertThat(picture.dots()).allSatisfy(dot -> {
            assertThat(dot.x()).isBetween(0L, (long) picture.width());
            assertThat(dot.y()).isBetween(0L, (long) picture.height());
        });
    }

    @Test
    void aPartOfTheWorldShowsItsStatesAndLeavesOutTheOthers() {
        assertThat(states(picture(View.CARIBBEAN))).contains("JM", "LC", "CO").doesNotContain("PT", "JP", "AU");
    }

    @Test
    void crimeaLiesWithUkraine() {
        Sheet sheet = View.EUROPE.sheet();
        Place simferopol = sheet.on(new Shapes.Spot(34.1, 44.95));

        assertThat(holding(simferopol, sheet)).containsExactly("804");
    }

    @Test
    void aStateWithoutAMarkIsLand() {
        Picture onlyBrazil = MAP.picture(
                View.WORLD, state -> named(state).filter(mark -> mark.title().equals("Brazil")));

        assertThat(states(onlyBrazil)).containsExactly("BR");
        assertThat(onlyBrazil.land()).isNotEmpty();
    }

    @Test
    void aPageIsNotHeavyForASlowLine() {
        assertThat(weight(picture(View.WORLD))).isLessThan(110_000);
        assertThat(weight(picture(View.SMALL))).isLessThan(65_000);
    }

    /** Along a parallel as along a meridian: the surface of the globe between them, whatever the place. */
    @Property
    void everySquareDegreeKeepsItsSurface(
            @ForAll @DoubleRange(min = -160, max = 160) double longitude,
            @ForAll @DoubleRange(min = -80, max = 80) double latitude) {
        double step = 0.01;
        Place a = EqualEarth.project(longitude, latitude);
        Place east = EqualEarth.project(longitude + step, latitude);
        Place north = EqualEarth.project(longitude, latitude + step);
        double drawn = Math.abs((east.x() - a.x()) * (north.y() - a.y()) - (north.x() - a.x()) * (east.y() - a.y()));
        double onGlobe =
                Math.toRadians(step) * (Math.sin(Math.toRadians(latitude + step)) - Math.sin(Math.toRadians(latitude)));

        assertThat(drawn).isCloseTo(onGlobe, within(onGlobe * 0.002));
    }

    private static List<String> holding(Place place, Sheet sheet) {
        return Shapes.read().stream()
                .filter(area -> area.rings().stream()
                                        .filter(ring -> around(place, ring, sheet))
                                        .count()
                                % 2
                        == 1)
                .map(Shapes.Area::id)
                .toList();
    }

    /** Even-odd rule. */
    private static boolean around(Place place, List<Shapes.Spot> ring, Sheet sheet) {
        boolean inside = false;
        for (int i = 0; i + 1 < ring.size(); i++) {
            Place a = sheet.on(ring.get(i));
            Place b = sheet.on(ring.get(i + 1));
            if ((a.y() > place.y()) != (b.y() > place.y())
                    && place.x() < (b.x() - a.x()) * (place.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static Picture picture(View view) {
        return MAP.picture(view, WorldMapTests::named);
    }

    private static Optional<Mark> named(State state) {
        return Optional.of(new Mark("bound", state.name(), "/law/states/" + state.code()));
    }

    private static Set<String> states(Picture picture) {
        return Stream.concat(
                        picture.shapes().stream().map(Picture.Shape::state),
                        picture.dots().stream().map(Picture.Dot::state))
                .collect(Collectors.toSet());
    }

    private static int weight(Picture picture) {
        return picture.land().length()
                + picture.shapes().stream()
                        .mapToInt(shape -> shape.path().length())
                        .sum();
    }
}
