package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whether States are bound is symmetric; what each has reserved, what its law makes of the conduct and how it punishes it is
 * not. A route on which only the first matters stands alike in both directions.
 */
class SymmetryPropertiesTest {

    private static final LawBase LAW = TreatyFactsTest.LAW;
    private static final RoutePlanner PLANNER = new RoutePlanner(LAW);
    private static final List<RouteRules> SYMMETRIC =
            LAW.routes().stream().filter(SymmetryPropertiesTest::isSymmetric).toList();

    private static boolean isSymmetric(RouteRules rules) {
        return rules.nature().isBetweenStates()
                && switch (rules.dualCriminality().when()) {
                    case NEVER, NOT_APPLICABLE -> true;
                    case MAY_REFUSE, REQUIRED, ONLY_IF_RESERVED, LIST_EXEMPT -> false;
                }
                && rules.conditions().stream()
                        .filter(condition -> condition.head().decides())
                        .allMatch(SymmetryPropertiesTest::isSymmetric);
    }

    private static boolean isSymmetric(Condition condition) {
        return switch (condition) {
            case Condition.Stated _, Condition.BothBound _, Condition.OffenceAmong _ -> true;
            case Condition.Declared declared -> declared.byRequesting() && declared.byRequested();
            case Condition.Penalty _, Condition.OwnPower _, Condition.StateAmong _ -> false;
        };
    }

    @Example
    void theseRoutesAreSymmetric() {
        assertThat(SYMMETRIC.stream().map(rules -> rules.provision().id()))
                .containsExactlyInAnyOrder(
                        "ets185:26",
                        "ets185:30",
                        "ets185:32",
                        "cets224:6",
                        "cets224:9",
                        "cets224:11",
                        "cets224:12",
                        "uncc:40(4)",
                        "uncc:47",
                        "uncc:49",
                        "untoc:18(4)",
                        "eu2023-1543:6",
                        "eu2014-41:24",
                        "ets30:21",
                        "ets182:9",
                        "ets182:11",
                        "ets182:20",
                        "arab2010:40",
                        "eu-dsa:9",
                        "eu-dsa:10",
                        "eu-dsa:16",
                        "eu-tco:3");
    }

    @Example
    void theseMeasuresAreServedBySymmetricRoutesOnly() {
        assertThat(LAW.measures().stream()
                        .filter(measure -> LAW.routes().stream()
                                .filter(rules -> rules.serves().containsKey(measure))
                                .allMatch(SYMMETRIC::contains)))
                .containsExactlyInAnyOrder(
                        Measure.DOMAIN_REGISTRATION,
                        Measure.SPONTANEOUS_INFORMATION,
                        Measure.VIDEO,
                        Measure.TRANSBORDER_ACCESS,
                        Measure.ASSET_RECOVERY,
                        Measure.TAKE_DOWN);
    }

    @Provide
    Arbitrary<RouteQuery> queries() {
        return new RoutePlannerPropertiesTest().queries();
    }

    @Property(tries = 300)
    void aSymmetricRouteStandsAlikeInBothDirections(@ForAll("queries") RouteQuery query) {
        RouteQuery back = new RouteQuery(
                query.requested(),
                query.requesting(),
                query.on(),
                query.measure(),
                query.dataCategory(),
                query.offence());
        for (RouteRules rules : SYMMETRIC) {
            for (Measure measure : rules.serves().keySet()) {
                assertThat(standing(rules, query, measure))
                        .as("%s for %s: %s", rules.provision().id(), measure, query)
                        .isEqualTo(standing(rules, back, measure));
            }
        }
    }

    private static Optional<Standing> standing(RouteRules rules, RouteQuery query, Measure measure) {
        return PLANNER.standing(
                rules,
                new RouteQuery(
                                query.requesting(),
                                query.requested(),
                                query.on(),
                                measure,
                                query.dataCategory(),
                                query.offence())
                        .withTransborderAccess());
    }
}
