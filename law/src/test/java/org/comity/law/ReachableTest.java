package org.comity.law;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the instruments let one State ask of another, the planner can find; what it leaves out is listed here. */
class ReachableTest {

    private static final LawBase LAW = TreatyFactsTest.LAW;

    private static final String OWN_POWER = "a power of the State itself; asked of another by the cooperation articles";
    private static final String PRINCIPLE = "a principle that the other articles carry out; no way of its own";
    private static final String PROVIDER_DUTY = "a duty of the provider without any request";
    private static final String STEP = "a step of the execution of another route";

    private static final Map<String, String> NO_ROUTE = Map.ofEntries(
            entry("arab2010:23", OWN_POWER),
            entry("arab2010:24", OWN_POWER),
            entry("ets185:17", OWN_POWER),
            entry("ets185:19", OWN_POWER),
            entry("ets185:20", OWN_POWER),
            entry("ets185:21", OWN_POWER),
            entry("malabo:31", OWN_POWER),
            entry("uncc:25", OWN_POWER),
            entry("uncc:26", OWN_POWER),
            entry("uncc:27", OWN_POWER),
            entry("uncc:28", OWN_POWER),
            entry("uncc:29", OWN_POWER),
            entry("uncc:30", OWN_POWER),
            entry("uncc:31", OWN_POWER),
            entry("cets224:5", PRINCIPLE),
            entry("ets185:23", PRINCIPLE),
            entry("ets185:25", PRINCIPLE),
            entry("uncc:35", PRINCIPLE),
            entry("eu2014-41:10", PRINCIPLE),
            entry("ets182:8", "how letters rogatory of ets30:5 are executed"),
            entry("ets30:6", "how letters rogatory of ets30:5 are executed"),
            entry("ets30:7", "service of documents, which is no evidence and no measure of the vocabulary"),
            entry("uncc:38", "transfer of persons and proceedings, no measure of the vocabulary"),
            entry("untoc:21", "transfer of proceedings, no measure of the vocabulary"),
            entry("untoc:18(27)", "safe conduct of a witness who has agreed to come; follows from untoc:18"),
            entry("eu2014-41:12", STEP),
            entry("eu2023-1543:10", STEP),
            entry("eu2023-1543:11", STEP),
            entry("eu2023-1543:16", STEP),
            entry("cloud-us-uk:10", STEP),
            entry("eu-dsa:18", PROVIDER_DUTY),
            entry("eu-tco:6", PROVIDER_DUTY),
            entry("eu-tco:14", PROVIDER_DUTY),
            entry("us-sca:2702b9", "what the executive agreements cloud-us-uk and cloud-us-au open"));

    private static final Set<Measure> NOTHING_TO_ASK =
            EnumSet.of(Measure.CRIMINALISE, Measure.GOVERNANCE, Measure.DATA_PROTECTION, Measure.TECHNICAL_ASSISTANCE);

    @Test
    void everyProvisionThatOneCanAskForHasARouteOrAReason() {
        assertThat(askable().filter(p -> !routed().contains(p.id())).map(Provision::id))
                .containsExactlyInAnyOrderElementsOf(NO_ROUTE.keySet());
    }

    @Test
    void everyMeasureThatOneCanAskForIsServed() {
        Set<Measure> served = Set.copyOf(LAW.measures());
        Set<Measure> unserved = EnumSet.allOf(Measure.class);
        unserved.removeAll(served);
        unserved.removeAll(NOTHING_TO_ASK);
        assertThat(unserved)
                .as("the contact points are the channel of other measures")
                .containsExactly(Measure.NETWORK_24_7);
    }

    @Test
    void contentIsTakenDownWithinTheUnionFromTheDaysOnWhichItsRegulationsApply() {
        assertThat(takenDown("2022-06-06")).isEmpty();
        assertThat(takenDown("2022-06-07")).containsExactly("eu-tco:3");
        assertThat(takenDown("2024-02-16")).containsExactly("eu-tco:3");
        assertThat(takenDown("2024-02-17")).containsExactlyInAnyOrder("eu-tco:3", "eu-dsa:9", "eu-dsa:16");
    }

    /** Between Ireland and Denmark, whom the opt-outs from justice and home affairs do not free from either. */
    private static Stream<String> takenDown(String day) {
        return new RoutePlanner(LAW)
                        .plan(new RouteQuery(
                                StateCode.of("IE"),
                                StateCode.of("DK"),
                                LocalDate.parse(day),
                                Measure.TAKE_DOWN,
                                DataCategory.CONTENT,
                                Offence.of("other")))
                        .routes()
                        .stream()
                        .filter(route -> route.standing() != Standing.CLOSED)
                        .map(Route::provision);
    }

    @Test
    void everyCategoryOfDataAndEveryChannelIsReached() {
        assertThat(LAW.routes().stream()
                        .flatMap(r -> Stream.concat(
                                r.channels().stream(),
                                r.channelsWhenBothBound().values().stream().flatMap(c -> c.stream())))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Channel.values());
        assertThat(LAW.routes().stream()
                        .flatMap(r -> r.provision().dataCategories().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(DataCategory.values());
    }

    @Test
    void everyDeadlineGroundAndElementOfARouteComesWithIt() {
        RoutePlanner planner = new RoutePlanner(LAW);
        LAW.routes().forEach(rules -> {
            RouteQuery query = new RouteQuery(
                            StateCode.of("FR"),
                            StateCode.of("DE"),
                            LAW.asOf(),
                            rules.serves().keySet().iterator().next(),
                            DataCategory.ANY,
                            Offence.of("ets185:2"))
                    .withTransborderAccess();
            planner.plan(query).route(rules.provision().id()).ifPresent(route -> {
                assertThat(route.deadlines()).isEqualTo(rules.provision().deadlines());
                assertThat(route.contents()).isEqualTo(rules.provision().requestContents());
                assertThat(route.safeguards()).isEqualTo(rules.safeguards());
            });
        });
    }

    @Test
    void everyReservationThatTheDataSetCodesIsReadSomewhereOrOnlyShown() {
        Set<String> read = Stream.concat(
                        LAW.routes().stream()
                                .flatMap(r -> Stream.concat(
                                        r.dualCriminality().reservedBy().stream(),
                                        Stream.concat(
                                                r.dualCriminality().reservedForCoercionBy().stream(),
                                                r.conditions().stream()
                                                        .flatMap(c -> c instanceof Condition.Declared d
                                                                ? d.effects().stream()
                                                                : Stream.empty())))),
                        LAW.vocabulary().offenceEffects(LAW.offences()).keySet().stream())
                .collect(Collectors.toSet());
        assertThat(LAW.vocabulary().words("effect_codes"))
                .filteredOn(code -> !read.contains(code))
                .as("about territory, authorities and languages of the declaring State, or articles that are no route;"
                        + " shown, not reasoned on")
                .allMatch(code -> Stream.of("ART38_", "DESIGNATES_", "ELECTRONIC_TRANSMISSION_")
                                .anyMatch(code::startsWith)
                        || Set.of(
                                        "ART22_2_JURISDICTION_LIMITED",
                                        "ART27_9_E_CHANNELS",
                                        "ART41_FEDERAL_CLAUSE",
                                        "ART_16_NOT_ACCEPTED",
                                        "COPY_TO_CENTRAL_AUTHORITY",
                                        "DISPUTES_RESERVATION",
                                        "LANG",
                                        "PERSONAL_DATA_PRIOR_CONSENT")
                                .contains(code));
    }

    private static Stream<Provision> askable() {
        return LAW.instruments().stream()
                .flatMap(i -> i.provisions().stream())
                .filter(p -> p.kind().equals("cooperation") || p.kind().equals("procedural-power"))
                .filter(p -> !NOTHING_TO_ASK.contains(p.measure()));
    }

    private static Set<String> routed() {
        return LAW.routes().stream().map(r -> r.provision().id()).collect(Collectors.toSet());
    }
}
