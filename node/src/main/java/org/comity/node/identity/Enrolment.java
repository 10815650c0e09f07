package org.comity.node.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.node.journal.Journaled;
import org.comity.node.time.WallClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How somebody becomes a person of this node: invited by a one-time link, then a password and a second factor. */
@Service
public class Enrolment {

    private static final Pattern SIGN_IN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,63}");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int RECOVERY_CODES = 8;
    private static final int RECOVERY_CODE_BYTES = 5;

    /** What a link is for. @param invited empty for the first administrator, who still chooses a name */
    public record Invitation(Optional<Person> invited) {}

    /** Said by a form: which field is wrong, and what to write instead. */
    public static final class Refused extends RuntimeException {
        private final String field;

        Refused(String field, String message) {
            super(message);
            this.field = field;
        }

        public String field() {
            return field;
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    private final People people;
    private final OneTimeLinks links;
    private final SecretSeal seal;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Enrolment(
            People people,
            OneTimeLinks links,
            SecretSeal seal,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            @WallClock Clock clock) {
        this.people = people;
        this.links = links;
        this.seal = seal;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a person who can't sign in yet. @return the token of the link to hand over; it is not kept */
    @Transactional
    public String invite(Person by, String name, String signInName, Set<Role> roles) {
        if (name.isBlank()) {
            throw new Refused("name", "Write the name or role title that others will see, such as \"duty officer\".");
        }
        if (roles.isEmpty()) {
            throw new Refused("roles", "Choose at least one role.");
        }
        checkSignInName(signInName);
        var person = new Person(new PersonId(UUID.randomUUID()), name.strip(), roles);
        people.add(person, signInName.strip(), clock.instant());
        events.publishEvent(new PersonChanged(person.id(), "person-invited", by.name(), Map.of("roles", names(roles))));
        return links.make(person.id(), clock.instant());
    }

    /** Takes password and second factor away. @return the token of the link by which to set new ones */
    @Transactional
    public String startAnew(Person by, PersonId id) {
        Person person = people.find(id).orElseThrow(() -> new Refused("person", "This person is not on this node."));
        people.takeKeys(id);
        events.publishEvent(new PersonChanged(person.id(), "second-factor-reset", by.name(), Map.of()));
        return links.make(id, clock.instant());
    }

    @Transactional
    public void disable(Person by, PersonId id) {
        if (by.id().equals(id)) {
            throw new Refused("person", "Nobody can disable themselves. Ask another administrator.");
        }
        people.disable(id, clock.instant());
        events.publishEvent(new PersonChanged(id, "person-disabled", by.name(), Map.of()));
    }

    /** Empty if the link was used, is too old, or never was. */
    @Transactional
    public Optional<Invitation> invitation(String token) {
        return links.find(token, clock.instant())
                .filter(link -> link.person().isPresent() || people.nobody())
                .map(link -> new Invitation(link.person().flatMap(people::find)));
    }

    public String newSecret() {
        return TimeCode.newSecret(random);
    }

    /** What a person chooses. @param name and signInName are only read for the first administrator */
    public record Chosen(String name, String signInName, String password, String secret, String code) {}

    /**
     * Ends an invitation: from now on the person can sign in.
     *
     * @return recovery codes, shown once and kept only as digests
     */
    @Transactional
    public List<String> complete(String token, Chosen chosen) {
        OneTimeLinks.Link link = links.find(token, clock.instant())
                .orElseThrow(() -> new Refused("code", "This link was used or is too old. Ask for a new one."));
        checkPassword(chosen.password());
        if (TimeCode.match(chosen.secret(), chosen.code(), clock.instant()).isEmpty()) {
            throw new Refused(
                    "code", "The code does not fit. Wait for the next one, and check that the phone's time is right.");
        }
        PersonId id = link.person().orElseGet(() -> firstAdministrator(chosen));
        links.use(link, clock.instant());
        return giveKeys(id, chosen.password(), chosen.secret());
    }

    private PersonId firstAdministrator(Chosen chosen) {
        if (!people.nobody()) {
            throw new Refused("code", "This node has an administrator already.");
        }
        if (chosen.name().isBlank()) {
            throw new Refused("name", "Write the name or role title that others will see, such as \"administrator\".");
        }
        checkSignInName(chosen.signInName());
        var first = new Person(new PersonId(UUID.randomUUID()), chosen.name().strip(), Set.of(Role.ADMINISTRATOR));
        people.add(first, chosen.signInName().strip(), clock.instant());
        return first.id();
    }

    private List<String> giveKeys(PersonId id, String password, String secret) {
        people.giveKeys(id, passwords.encode(password), seal.seal(secret, id));
        List<String> codes =
                Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        people.giveRecoveryCodes(
                id, codes.stream().map(SigningIn::normal).map(SigningIn::digest).toList());
        events.publishEvent(new PersonChanged(id, "person-enrolled", "person:" + id, Map.of()));
        return codes;
    }

    /** For exercises only: a person with given keys, so that a story can sign in. Existing people stay as they are. */
    @Transactional
    void addForExercise(String name, String signInName, String password, String secret, Set<Role> roles) {
        if (people.isTaken(signInName)) {
            return;
        }
        var person = new Person(new PersonId(UUID.randomUUID()), name, roles);
        people.add(person, signInName, clock.instant());
        giveKeys(person.id(), password, secret);
    }

    private void checkSignInName(String signInName) {
        if (!SIGN_IN_NAME.matcher(signInName.strip()).matches()) {
            throw new Refused("signInName", "Write a sign-in name of 2 to 64 letters, digits, dots or hyphens.");
        }
        if (people.isTaken(signInName.strip())) {
            throw new Refused("signInName", "Somebody has this sign-in name already. Choose another.");
        }
    }

    private static void checkPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new Refused(
                    "password",
                    "Choose a password of at least " + SHORTEST_PASSWORD
                            + " characters. A few unrelated words are good.");
        }
        if (password.chars().distinct().count() < 5
                || password.toLowerCase().matches(".*(password|qwert|12345|comity).*")) {
            throw new Refused("password", "This password is among the first that anybody tries. Choose another.");
        }
    }

    private String recoveryCode() {
        byte[] bytes = new byte[RECOVERY_CODE_BYTES];
        random.nextBytes(bytes);
        String text = HexFormat.of().formatHex(bytes);
        return text.substring(0, 5) + "-" + text.substring(5);
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }

    /** Something changed about who may work here. */
    record PersonChanged(PersonId id, String what, String actor, Map<String, Object> facts) implements Journaled {
        @Override
        public String subject() {
            return "person:" + id;
        }

        @Override
        public Map<String, Object> details() {
            return new LinkedHashMap<>(facts);
        }
    }
}
