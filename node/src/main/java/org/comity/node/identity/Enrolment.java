package org.comity.node.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.node.frame.Said;
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
    private static final int RECOVERY_CODES = 8;

    /** 80 bits: a digest of fewer could be tried through. */
    private static final int RECOVERY_CODE_BYTES = 10;

    /** What a link is for. @param invited empty for the first administrator, who still chooses a name */
    public record Invitation(Optional<Person> invited) {}

    /** What a form about people, their keys or their tokens says. */
    public static final class Refused extends org.comity.node.frame.Refused {
        private static final long serialVersionUID = 1L;

        public Refused(String field, String key) {
            super(field, Said.of(key));
        }
    }

    private final People people;
    private final Passkeys passkeys;
    private final Tokens tokens;
    private final OneTimeLinks links;
    private final SecretSeal seal;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Enrolment(
            People people,
            Passkeys passkeys,
            Tokens tokens,
            OneTimeLinks links,
            SecretSeal seal,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            @WallClock Clock clock) {
        this.people = people;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.links = links;
        this.seal = seal;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a person who can't sign in yet. @return the token of the link to hand over; it is not kept */
    @Transactional
    public String invite(Person by, String name, String signInName, Set<Role> roles, Set<String> units) {
        checkNameAndRoles(name, roles);
        checkSignInName(signInName);
        var person = new Person(new PersonId(UUID.randomUUID()), name.strip(), roles, units, List.of(), false);
        people.add(person, signInName.strip(), clock.instant());
        events.publishEvent(new PersonChanged(person.id(), "person-invited", by.name(), Map.of("roles", names(roles))));
        return links.make(person.id(), clock.instant());
    }

    /** What a person is called, may do and belongs to; it counts from their next request on. */
    @Transactional
    public void change(Person by, PersonId id, String name, Set<Role> roles, Set<String> units) {
        checkNameAndRoles(name, roles);
        var before = people.find(id).orElseThrow(() -> new Refused("people", "identity.refused.person"));
        if (by.id().equals(id) && !roles.contains(Role.ADMINISTRATOR)) {
            throw new Refused("roles", "identity.refused.own-administrator");
        }
        people.change(id, name.strip(), roles, units);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", name.strip());
        facts.put("roles", names(roles));
        facts.put("rolesBefore", names(before.ownRoles()));
        facts.put("units", units.stream().sorted().toList());
        events.publishEvent(new PersonChanged(id, "person-changed", by.name(), facts));
    }

    private static void checkNameAndRoles(String name, Set<Role> roles) {
        if (name.isBlank()) {
            throw new Refused("name", "identity.refused.name");
        }
        if (roles.isEmpty()) {
            throw new Refused("roles", "identity.refused.roles");
        }
    }

    /** Takes password, second factor, passkeys and tokens away, and ends what is open. @return the token of the link by which to set new ones */
    @Transactional
    public String startAnew(Person by, PersonId id) {
        Person person = people.find(id).orElseThrow(() -> new Refused("people", "identity.refused.person"));
        people.takeKeys(id, now());
        passkeys.deleteAllOf(id);
        tokens.revokeAllOf(id, now());
        events.publishEvent(new PersonChanged(person.id(), "second-factor-reset", by.name(), Map.of()));
        return links.make(id, clock.instant());
    }

    @Transactional
    public void disable(Person by, PersonId id) {
        if (by.id().equals(id)) {
            throw new Refused("people", "identity.refused.oneself");
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

    /** @param recoveryCodes shown once and kept only as digests */
    public record Enrolled(Person person, List<String> recoveryCodes) {}

    /** Ends an invitation. The person has just proved both factors, so is in. */
    @Transactional
    public Enrolled complete(String token, Chosen chosen) {
        OneTimeLinks.Link link =
                links.find(token, clock.instant()).orElseThrow(() -> new Refused("code", "identity.refused.link"));
        Person person = link.person().flatMap(people::find).orElseGet(() -> firstAdministrator(chosen));
        PasswordRules.whyRefused(chosen.password(), signInName(person)).ifPresent(key -> {
            throw new Refused("password", key);
        });
        long step = TimeCode.match(chosen.secret(), chosen.code(), clock.instant())
                .orElseThrow(() -> new Refused("code", "identity.refused.code"));
        links.use(link, clock.instant());
        return new Enrolled(person, giveKeys(person.id(), chosen.password(), chosen.secret(), step));
    }

    private String signInName(Person person) {
        return people.door(person.id()).map(People.Door::signInName).orElse("");
    }

    private Person firstAdministrator(Chosen chosen) {
        if (!people.nobody()) {
            throw new Refused("code", "identity.refused.link");
        }
        if (chosen.name().isBlank()) {
            throw new Refused("name", "identity.refused.name");
        }
        checkSignInName(chosen.signInName());
        var first = new Person(new PersonId(UUID.randomUUID()), chosen.name().strip(), Set.of(Role.ADMINISTRATOR));
        people.add(first, chosen.signInName().strip(), clock.instant());
        return first;
    }

    private List<String> giveKeys(PersonId id, String password, String secret, long totpStep) {
        people.giveKeys(id, passwords.encode(password), seal.seal(secret, id), totpStep, now());
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
        giveKeys(person.id(), password, secret, 0);
    }

    private void checkSignInName(String signInName) {
        if (!SIGN_IN_NAME.matcher(signInName.strip()).matches()) {
            throw new Refused("signInName", "identity.refused.sign-in-name");
        }
        if (people.isTaken(signInName.strip())) {
            throw new Refused("signInName", "identity.refused.taken");
        }
    }

    /** As the database keeps it, so that who signs in at this very moment is not taken for earlier. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String recoveryCode() {
        byte[] bytes = new byte[RECOVERY_CODE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).replaceAll("(.{5})(?!$)", "$1-");
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
