package org.comity.node.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.comity.node.journal.Journaled;
import org.comity.node.time.WallClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Lets a person in who knows the password and holds the second factor; both, or neither counts. */
@Service
public class SigningIn {

    private static final int TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    /** Checking a password takes 16 MiB and a core for a moment: more at once would only starve the node. */
    private static final int AT_ONCE = 2;

    /** What came of a try. */
    public sealed interface Outcome {
        /** @param person not in before the second factor */
        record Right(Person person) implements Outcome {}

        /** Name, password or code is wrong; which of them is not said. */
        record Wrong() implements Outcome {}

        record Locked(Instant until) implements Outcome {}
    }

    private final People people;
    private final SignInAttempts attempts;
    private final PasswordEncoder passwords;
    private final SecretSeal seal;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final String nobodysHash;
    private final Semaphore turnstile = new Semaphore(AT_ONCE, true);

    SigningIn(
            People people,
            SignInAttempts attempts,
            PasswordEncoder passwords,
            SecretSeal seal,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            @WallClock Clock clock) {
        this.people = people;
        this.attempts = attempts;
        this.passwords = passwords;
        this.seal = seal;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.nobodysHash = passwords.encode("nobody has this password");
    }

    /** A right password forgives no wrong code: else who knows it could guess codes without end. */
    public Outcome withPassword(String signInName, String password) {
        Optional<People.Door> door = people.door(signInName.strip());
        Optional<Person> person = door.map(People.Door::person);
        return oneOfFew(signInName, person, () -> knows(door, password) ? person : Optional.empty());
    }

    /** @param code six digits of the authenticator, or one of the recovery codes */
    public Outcome withCode(PersonId id, First first, String code) {
        return people.door(id)
                .map(door -> oneOfFew(door.signInName(), Optional.of(door.person()), () -> enter(door, first, code)))
                .orElseGet(Outcome.Wrong::new);
    }

    /** After the authenticator proved possession, and its PIN or finger the person: both factors in one. */
    Optional<Person> withPasskey(PersonId id) {
        return transactions.execute(_ -> people.door(id).map(door -> entered(door, "passkey")));
    }

    /** After the house's provider proved both factors. */
    public Optional<Person> withProvider(PersonId id) {
        return transactions.execute(_ -> people.door(id).map(door -> entered(door, First.PROVIDER.word)));
    }

    /** What stood for the first factor, as the journal names it. */
    public enum First {
        PASSWORD("password"),
        PROVIDER("single sign-on");

        private final String word;

        First(String word) {
            this.word = word;
        }
    }

    private boolean knows(Optional<People.Door> door, String password) {
        String hash = door.map(People.Door::passwordHash).orElse(null);
        // as long as for a name that exists, so that time tells nothing
        return passwords.matches(password, hash == null ? nobodysHash : hash) && hash != null;
    }

    private Optional<Person> enter(People.Door door, First first, String code) {
        return transactions.execute(_ -> accepted(door, code).map(second -> entered(door, first.word + second)));
    }

    private Optional<String> accepted(People.Door door, String code) {
        PersonId id = door.person().id();
        if (people.useRecoveryCode(id, digest(normal(code)), clock.instant())) {
            return Optional.of(" and recovery code");
        }
        if (door.totpSealed() == null) {
            return Optional.empty();
        }
        OptionalLong step = TimeCode.match(seal.open(door.totpSealed(), id), code, clock.instant());
        return step.isPresent() && people.useStep(id, step.getAsLong()) ? Optional.of(" and code") : Optional.empty();
    }

    private Person entered(People.Door door, String by) {
        int failures = attempts.forget(door.signInName());
        events.publishEvent(new PersonSignedIn(door.person(), by, failures));
        return door.person();
    }

    private Outcome oneOfFew(String signInName, Optional<Person> known, Supplier<Optional<Person>> door) {
        turnstile.acquireUninterruptibly();
        try {
            Optional<Instant> lockedUntil = attempts.lockedUntil(signInName, clock.instant());
            if (lockedUntil.isPresent()) {
                return new Outcome.Locked(lockedUntil.get());
            }
            return door.get().<Outcome>map(Outcome.Right::new).orElseGet(() -> failed(signInName, known));
        } finally {
            turnstile.release();
        }
    }

    private Outcome failed(String signInName, Optional<Person> known) {
        return transactions.execute(_ -> {
            Instant now = clock.instant();
            int failures = attempts.failed(signInName, now);
            if (failures < TRIES) {
                return new Outcome.Wrong();
            }
            Instant until = now.plus(waitAfter(failures));
            attempts.lock(signInName, until);
            known.ifPresent(person -> events.publishEvent(new SignInLocked(person.id(), failures)));
            return new Outcome.Locked(until);
        });
    }

    private static Duration waitAfter(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - TRIES, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    static String normal(String recoveryCode) {
        return recoveryCode.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Somebody came in. @param failures wrong tries since the last time */
    record PersonSignedIn(Person person, String by, int failures) implements Journaled {
        @Override
        public String subject() {
            return "person:" + person.id();
        }

        @Override
        public String what() {
            return "person-signed-in";
        }

        @Override
        public String actor() {
            return person.name();
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("by", by, "wrongTriesBefore", failures);
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
