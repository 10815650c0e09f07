package org.comity.node.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the file {@code postmaster.pid} in a data folder says about the server that wrote it; the server may be dead.
 *
 * <p>Lines used: 1 process, 4 port, 8 state (PostgreSQL 18, {@code src/include/utils/pidfile.h}).
 */
record Postmaster(long pid, int port, boolean ready) {

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    static Optional<Postmaster> recordedIn(Path data) {
        try {
            var lines = Files.readAllLines(file(data));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            var ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()),
                    ready));
        } catch (IOException | NumberFormatException absentOrHalfWritten) {
            return Optional.empty();
        }
    }

    boolean aliveOn(Path data) {
        return process().filter(process -> isServerOn(process, data)).isPresent();
    }

    /** A process number is soon used again, for example after a restart of a container. */
    boolean numberTakenByAnother(Path data) {
        return process().filter(process -> !isServerOn(process, data)).isPresent();
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private static boolean isServerOn(ProcessHandle process, Path data) {
        var command = process.info().command().map(Path::of).map(Path::getFileName);
        var arguments = process.info().arguments().map(Arrays::asList).orElse(List.of());
        return command.filter(name -> name.toString().equals("postgres")).isPresent()
                && arguments.contains(data.toString());
    }
}
