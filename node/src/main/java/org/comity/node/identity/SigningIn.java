package org.comity.node.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.comity.node.journal.Journaled;
import org.comity.node.time.WallClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a person in who knows the password and holds the second factor; both, or neither counts. */
@Service
public class SigningIn {

    private static final int TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    /** What came of a try. */
    public sealed interface Outcome {
        /** @param person not in before the second factor */
        record Right(Person person) implements Outcome {}

        /** Name, password or code is wrong; which of them is not said. */
        record Wrong() implements Outcome {}

        record Locked(Instant until) implements Outcome {}
    }

    private final People people;
    private final PasswordEncoder passwords;
    private final SecretSeal seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String nobodysHash;

    SigningIn(
            People people,
            PasswordEncoder passwords,
            SecretSeal seal,
            ApplicationEventPublisher events,
            @WallClock Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
        this.nobodysHash = passwords.encode("nobody has this password");
    }

    @Transactional
    public Outcome withPassword(String signInName, String password) {
        Optional<People.Door> door = people.door(signInName.strip());
        if (door.isEmpty() || door.get().passwordHash() == null) {
            // as long as for a name that exists, so that time tells nothing
            passwords.matches(password, nobodysHash);
            return new Outcome.Wrong();
        }
        // a right password forgives no wrong code: else who knows it could guess codes without end
        return unlocked(door.get(), found -> passwords.matches(password, found.passwordHash()));
    }

    /** @param code six digits of the authenticator, or one of the recovery codes */
    @Transactional
    public Outcome withCode(PersonId id, String code) {
        return people.door(id)
                .map(door -> unlocked(door, found -> accepts(found, code)))
                .orElseGet(Outcome.Wrong::new);
    }

    private boolean accepts(People.Door door, String code) {
        PersonId id = door.person().id();
        if (people.useRecoveryCode(id, digest(normal(code)), clock.instant())) {
            people.entered(id, door.totpUsed());
            return true;
        }
        if (door.totpSealed() == null) {
            return false;
        }
        OptionalLong step = TimeCode.match(seal.open(door.totpSealed(), id), code, clock.instant());
        if (step.isEmpty() || step.getAsLong() <= door.totpUsed()) {
            return false;
        }
        people.entered(id, step.getAsLong());
        return true;
    }

    private Outcome unlocked(People.Door door, Predicate<People.Door> opens) {
        Instant now = clock.instant();
        Instant lockedUntil = door.lockedUntil();
        if (lockedUntil != null && lockedUntil.isAfter(now)) {
            return new Outcome.Locked(lockedUntil);
        }
        Person person = door.person();
        if (opens.test(door)) {
            return new Outcome.Right(person);
        }
        int failures = door.failures() + 1;
        Instant until = failures < TRIES ? null : now.plus(waitAfter(failures));
        people.failed(person.id(), failures, until);
        if (until == null) {
            return new Outcome.Wrong();
        }
        events.publishEvent(new SignInLocked(person.id(), failures));
        return new Outcome.Locked(until);
    }

    private static Duration waitAfter(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - TRIES, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    static String normal(String recoveryCode) {
        return recoveryCode.replaceAll("[\\s-]", "").toLowerCase();
    }

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Too many wrong passwords or codes for one person. */
    record SignInLocked(PersonId id, int failures) implements Journaled {
        @Override
        public String subject() {
            return "person:" + id;
        }

        @Override
        public String what() {
            return "sign-in-locked";
        }

        @Override
        public String actor() {
            return "unknown";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("failures", failures);
        }
    }
}
