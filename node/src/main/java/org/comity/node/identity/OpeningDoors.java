package org.comity.node.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * When the node starts: without a person it makes the one-time link for the first administrator; in exercise mode it
 * adds the people that the exercise brings along.
 */
@Component
class OpeningDoors implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(OpeningDoors.class);

    private record ExercisePerson(String name, String signInName, String password, String secret, Set<Role> roles) {}

    private final ComitySettings settings;
    private final People people;
    private final OneTimeLinks links;
    private final Enrolment enrolment;
    private final JsonMapper json;
    private final Clock clock;

    OpeningDoors(
            ComitySettings settings,
            People people,
            OneTimeLinks links,
            Enrolment enrolment,
            JsonMapper json,
            @WallClock Clock clock) {
        this.settings = settings;
        this.people = people;
        this.links = links;
        this.enrolment = enrolment;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Path exercise = settings.home().resolve("exercise-people.json");
        if (Files.exists(exercise)) {
            if (settings.exercise()) {
                bring(exercise);
            } else {
                log.warn("{} is ignored: this node does not play.", exercise);
            }
        }
        if (people.nobody()) {
            inviteFirst();
        }
    }

    private void bring(Path file) {
        for (ExercisePerson person : List.of(json.readValue(file, ExercisePerson[].class))) {
            enrolment.addForExercise(
                    person.name(), person.signInName(), person.password(), person.secret(), person.roles());
        }
    }

    private void inviteFirst() {
        String link = settings.publicUrl() + "/welcome/" + links.make(null, clock.instant());
        Path file = settings.home().resolve("first-sign-in.txt");
        try {
            // made anew, so that it is nobody else's at any moment
            Files.deleteIfExists(file);
            Files.createFile(file, SecretSeal.ownerOnly(file));
            Files.writeString(file, link + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file + ".", e);
        }
        log.info("Nobody can sign in yet. Within 24 hours, open the link in {}", file);
    }
}
