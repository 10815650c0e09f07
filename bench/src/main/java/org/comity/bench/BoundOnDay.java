package org.comity.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Which States are bound by which instrument on a day, and which pairs are: asked of this library, of a rules engine and of
 * PostgreSQL, on the same rows. Nothing is measured before all three have given the same answer.
 */
@State(Scope.Benchmark)
public class BoundOnDay extends Measured {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final long DAY_NUMBER = DAY.toEpochDay();

    private final LawBase law = LawBase.load();
    private final Ties ties = Ties.of(law);
    private final RulesEngine boundRules = new RulesEngine(ties, drl("bound.drl"));
    private final RulesEngine pairRules = new RulesEngine(ties, drl("bound.drl") + drl("both-bound.drl"));
    private final Tables tables;

    public BoundOnDay() {
        try {
            tables = new Tables(ties);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    private static String drl(String name) {
        try (InputStream file = Objects.requireNonNull(BoundOnDay.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Setup(Level.Trial)
    public void allGiveTheSameAnswer() throws SQLException {
        same(boundByLaw(), boundByRulesEngine(), boundByPostgres());
        same(pairsByLaw(), pairsByRulesEngine(), pairsByPostgres());
    }

    private static void same(Set<Object> law, Set<Object> rules, Set<Object> tables) {
        if (law.isEmpty() || !law.equals(rules) || !law.equals(tables)) {
            throw new IllegalStateException(
                    "The answers differ: law " + law.size() + ", rules " + rules.size() + ", tables " + tables.size());
        }
    }

    @TearDown(Level.Trial)
    public void stop() throws SQLException, IOException {
        tables.close();
    }

    @Benchmark
    public Set<Object> boundByLaw() {
        Set<Object> bound = new HashSet<>();
        for (Instrument instrument : law.instruments()) {
            law.states().forEach(state -> {
                if (law.boundOn(state.code(), instrument.id(), DAY)) {
                    bound.add(new Ties.Bound(instrument.id(), state.code().value()));
                }
            });
        }
        return bound;
    }

    @Benchmark
    public Set<Object> pairsByLaw() {
        Set<Object> pairs = new HashSet<>();
        for (Instrument instrument : law.instruments()) {
            List<String> bound = law.states().stream()
                    .filter(state -> law.boundOn(state.code(), instrument.id(), DAY))
                    .map(state -> state.code().value())
                    .toList();
            for (String one : bound) {
                for (String other : bound) {
                    if (!one.equals(other)) {
                        pairs.add(new Ties.BothBound(instrument.id(), one, other));
                    }
                }
            }
        }
        return pairs;
    }

    @Benchmark
    public Set<Object> boundByRulesEngine() {
        return boundRules.on(DAY_NUMBER, Ties.Bound.class);
    }

    @Benchmark
    public Set<Object> pairsByRulesEngine() {
        return pairRules.on(DAY_NUMBER, Ties.BothBound.class);
    }

    @Benchmark
    public Set<Object> boundByPostgres() throws SQLException {
        return tables.bound(DAY_NUMBER);
    }

    @Benchmark
    public Set<Object> pairsByPostgres() throws SQLException {
        return tables.bothBound(DAY_NUMBER);
    }
}
