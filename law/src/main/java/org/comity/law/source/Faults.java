package org.comity.law.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with the files that are being read: thrown at the first, or collected so that all of it can be told. */
public final class Faults {

    private final boolean goesOn;
    private final List<LawDataException> found = new ArrayList<>();

    private Faults(boolean goesOn) {
        this.goesOn = goesOn;
    }

    /** Whoever reads stops at the first fault. */
    public static Faults stopping() {
        return new Faults(false);
    }

    /** Whoever reads goes on with the next row, so what was read is not whole. */
    public static Faults collecting() {
        return new Faults(true);
    }

    /** Runs a check; what it refuses is noted. Returns whether it was sound. */
    public boolean check(Runnable check) {
        return read(() -> {
                    check.run();
                    return true;
                })
                .isPresent();
    }

    /** What was read, or nothing where it was refused. */
    public <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (LawDataException fault) {
            if (!goesOn) {
                throw fault;
            }
            found.add(fault);
            return Optional.empty();
        }
    }

    public List<LawDataException> found() {
        return List.copyOf(found);
    }
}
