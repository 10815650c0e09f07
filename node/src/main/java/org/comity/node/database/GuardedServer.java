package org.comity.node.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A server in a session of its own, where a Ctrl-C meant for the node does not reach it, and beside it a shell that
 * holds the other end of a pipe: when the pipe closes, because we ask or because we died, the shell stops the server.
 */
record GuardedServer(Process guard, ProcessHandle server, int port) {

    /** Remembers the process number from the start, so that it can never stop a successor. */
    private static final String GUARD = """
            trap '' INT HUP TERM
            "$1" start --silent --wait --timeout="$2" --pgdata="$3" --log="$4" --options="$5" >&2 || exit 1
            read -r server < "$3/postmaster.pid"
            echo "$server"
            read -r _
            kill -INT "$server"
            """;

    private static final int REPORTED_LOG_LINES = 8;

    /** Returns when the server takes connections. */
    static GuardedServer launch(
            Cluster cluster, PostgresBinaries binaries, int port, Map<String, String> settings, Duration patience)
            throws IOException {
        var options = settings.entrySet().stream()
                .map(setting -> "-c %s='%s'".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining(" ", "-c port=%d ".formatted(port), ""));
        var report = cluster.folder().resolve("start.log");
        var guard = new ProcessBuilder(cluster.account()
                        .command(List.of(
                                "sh",
                                "-c",
                                GUARD,
                                "comity-database",
                                binaries.program("pg_ctl").toString(),
                                Long.toString(patience.toSeconds()),
                                cluster.data().toString(),
                                cluster.log().toString(),
                                options)))
                .directory(cluster.folder().toFile())
                .redirectError(report.toFile())
                .start();
        var pid = firstLine(guard, patience.plusSeconds(5));
        if (pid == null) {
            guard.destroyForcibly();
            throw new DatabaseUnavailable("PostgreSQL did not start in %s; its last words:\n%s"
                    .formatted(cluster.folder(), lastWords(cluster)));
        }
        var server = ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow(() -> new DatabaseUnavailable("PostgreSQL ended right after its start."));
        return new GuardedServer(guard, server, port);
    }

    long pid() {
        return server.pid();
    }

    boolean alive() {
        return alive(server);
    }

    /** A process that ended but was not collected by its parent still has a number, and no command any more. */
    private static boolean alive(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    void stop(Duration patience) {
        try {
            guard.getOutputStream().close();
        } catch (IOException guardIsGone) {
            interrupt(server);
        }
        if (!ended(server, patience)) {
            server.destroyForcibly();
        }
    }

    /** A fast shutdown: open transactions are rolled back, committed rows are on disk. */
    static void interrupt(ProcessHandle server) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).start();
        } catch (IOException noShell) {
            server.destroy();
        }
    }

    /** Polls: the server is no child of ours, and the JDK looks at strangers only every few seconds. */
    static boolean ended(ProcessHandle process, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (alive(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return true;
    }

    /** The server is dead already; its guard has nothing left to do. */
    void abandon() {
        guard.destroyForcibly();
    }

    private static @Nullable String firstLine(Process guard, Duration patience) {
        var reader = new BufferedReader(guard.inputReader());
        var line = CompletableFuture.supplyAsync(() -> {
            try {
                return reader.readLine();
            } catch (IOException ended) {
                return null;
            }
        });
        try {
            return line.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException silent) {
            return null;
        }
    }

    private static String lastWords(Cluster cluster) throws IOException {
        if (!Files.isReadable(cluster.log())) {
            return "(it wrote no log)";
        }
        var lines = Files.readAllLines(cluster.log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - REPORTED_LOG_LINES), lines.size()));
    }
}
