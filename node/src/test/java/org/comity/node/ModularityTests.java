package org.comity.node;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    /** From the ground up; rooms of one floor may use each other as long as there is no circle. */
    static final List<List<String>> FLOORS = List.of(
            List.of(
                    "settings",
                    "checkup",
                    "time",
                    "database",
                    "frame",
                    "kept",
                    "atlas",
                    "measured",
                    "lawbook",
                    "directory",
                    "journal",
                    "identity",
                    "duty",
                    "notice"),
            List.of("exchange", "documents", "evidence", "gazette"),
            List.of("cooperation", "legislation", "capacity", "forum"),
            List.of("demo", "console", "exercise", "oversight"));

    static final ApplicationModules MODULES = ApplicationModules.of(Comity.class);

    @Test
    void roomsUseOnlyWhatOthersShowAndNeverInACircle() {
        MODULES.verify();
    }

    @Test
    void everyRoomStandsOnAFloor() {
        var rooms =
                MODULES.stream().filter(not(ApplicationModule::isRootModule)).map(ModularityTests::name);
        assertThat(FLOORS.stream().flatMap(List::stream)).containsAll(rooms.toList());
    }

    @Test
    void anArrowNeverPointsUp() {
        assertThat(MODULES.stream().filter(not(ApplicationModule::isRootModule)))
                .allSatisfy(room -> assertThat(usedBy(room))
                        .as("rooms used by %s", name(room))
                        .allSatisfy(used -> assertThat(floor(used)).isLessThanOrEqualTo(floor(name(room)))));
    }

    /** To renew the picture: run this test with {@code -Dcomity.pictures=write}. */
    @Test
    void thePictureInTheArchitectureIsTheHouseAsItStands() throws Exception {
        var picture = Path.of(System.getProperty("comity.root"), "docs", "pictures", "modules.mmd");
        if ("write".equals(System.getProperty("comity.pictures"))) {
            Files.createDirectories(picture.getParent());
            Files.writeString(picture, drawing());
        }
        assertThat(picture).hasContent(drawing());
    }

    /** Component pictures and a canvas of each room, as Spring Modulith draws them: in {@code target/spring-modulith-docs}. */
    @Test
    void everyRoomHasACanvas() {
        new Documenter(MODULES).writeDocumentation();

        assertThat(Path.of("target/spring-modulith-docs/components.puml")).exists();
        assertThat(Path.of("target/spring-modulith-docs/module-exchange.adoc")).exists();
    }

    private static String drawing() {
        var text = new StringBuilder("flowchart TD\n");
        for (int floor = FLOORS.size() - 1; floor >= 0; floor--) {
            text.append("  subgraph floor%d[\"%s\"]\n".formatted(floor, floorName(floor)));
            roomsOf(floor).forEach(room -> text.append("    ").append(room).append('\n'));
            text.append("  end\n");
        }
        MODULES.stream()
                .filter(not(ApplicationModule::isRootModule))
                .flatMap(room -> usedBy(room).stream().map(used -> "  %s --> %s\n".formatted(name(room), used)))
                .sorted()
                .forEach(text::append);
        return text.toString();
    }

    private static Stream<String> roomsOf(int floor) {
        var standing = MODULES.stream().map(ModularityTests::name).collect(Collectors.toSet());
        return FLOORS.get(floor).stream().filter(standing::contains).sorted();
    }

    private static String floorName(int floor) {
        return floor == 0 ? "ground" : floor == FLOORS.size() - 1 ? "roof" : "floor " + (floor + 1);
    }

    private static List<String> usedBy(ApplicationModule room) {
        return room.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(ModularityTests::name)
                .sorted()
                .toList();
    }

    private static int floor(String room) {
        return FLOORS.indexOf(FLOORS.stream()
                .filter(floor -> floor.contains(room))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The room " + room + " stands on no floor.")));
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }
}
