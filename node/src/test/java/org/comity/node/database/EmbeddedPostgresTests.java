package org.comity.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.comity.node.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class EmbeddedPostgresTests {

    Path home;

    @BeforeEach
    void newHome() {
        home = TestPostgres.temporaryFolder("comity-test-home-");
    }

    @AfterEach
    void removeHome() throws Exception {
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void dataSurviveARestart() throws Exception {
        long first;
        try (var postgres = EmbeddedPostgres.start(home)) {
            first = postgres.pid();
            write(postgres, "kept");
        }
        assertThat(ended(first)).isTrue();

        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(read(postgres)).containsExactly("kept");
        }
    }

    @Test
    void keepsWhatAProductionDatabaseKeeps() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
            assertThat(setting(postgres, "data_checksums")).isEqualTo("on");
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(postgres, "unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void onlyTheOwnerReadsThePasswordAndNobodyEntersWithoutIt() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home)) {
            var permissions = Files.getPosixFilePermissions(home.resolve("database/password"));
            var address = postgres.address();

            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), address.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aKilledServerIsStartedAgainWithEveryCommittedRow() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home)) {
            write(postgres, "committed");
            var first = postgres.pid();

            kill(first);

            assertThat(eventually(() -> postgres.pid() != first)).isTrue();
            assertThat(read(postgres)).containsExactly("committed");
        }
    }

    @Test
    void theServerFollowsAKilledNodeAndTheNextNodeFindsEveryCommittedRow() throws Exception {
        var node = startSomeNode();
        write(EmbeddedPostgres.addressOfRunning(home), "committed");

        node.process().destroyForcibly().waitFor();

        assertThat(ended(node.server())).isTrue();
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(read(postgres)).containsExactly("committed");
        }
    }

    @Test
    void aServerLeftBehindByAKilledNodeIsReplaced() throws Exception {
        var node = startSomeNode();
        write(EmbeddedPostgres.addressOfRunning(home), "committed");
        node.process().descendants().forEach(ProcessHandle::destroyForcibly);
        node.process().destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(node.server())).isPresent();

        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(postgres.pid()).isNotEqualTo(node.server());
            assertThat(ended(node.server())).isTrue();
            assertThat(read(postgres)).containsExactly("committed");
        }
    }

    @Test
    void aSecondNodeOnTheSameHomeIsRefusedAndToldWhoHoldsIt() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home)) {
            var second = new ProcessBuilder(someNode()).start();
            var message = second.inputReader().readLine();
            second.destroyForcibly();

            assertThat(message)
                    .contains(home.toRealPath().toString())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("--home");
            assertThatThrownBy(() -> EmbeddedPostgres.start(home)).isInstanceOf(HomeInUse.class);
            assertThatThrownBy(() -> Database.requireFree(home)).isInstanceOf(HomeInUse.class);
            write(postgres, "undisturbed");
        }
    }

    @Test
    void aStaleProcessNumberThatAnotherProgramHasNowIsNoObstacle() throws Exception {
        EmbeddedPostgres.start(home).close();
        var other = ProcessHandle.current().pid();
        var data = Cluster.dataOf(home);
        Files.writeString(Postmaster.file(data), "%d\n%s\n1\n5432\n\n127.0.0.1\n\nready\n".formatted(other, data));

        try (var postgres = EmbeddedPostgres.start(home)) {
            write(postgres, "works");
        }
    }

    @Test
    void anInterruptedFirstStartIsMadeAnew() throws Exception {
        Files.createDirectories(home.resolve("database/cluster/data.new/base"));

        try (var postgres = EmbeddedPostgres.start(home)) {
            write(postgres, "works");
        }
    }

    @Test
    void aToolBorrowsTheServerOfARunningNodeOrStartsItForTheCall() throws Exception {
        try (var tool = Database.attach(home)) {
            write(tool.address(), "by the tool");
        }
        try (var postgres = EmbeddedPostgres.start(home);
                var tool = Database.attach(home)) {
            assertThat(tool.address()).isEqualTo(postgres.address());
        }
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(read(postgres)).containsExactly("by the tool");
        }
    }

    @Test
    void rootWorksWhereNoOtherAccountMayLook() throws Exception {
        assumeThat(ServerAccount.weAreRoot()).as("runs as root").isTrue();
        assumeThat(ServerAccount.namespaced().works())
                .as("user namespaces are allowed")
                .isTrue();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));

        try (var postgres = EmbeddedPostgres.start(home)) {
            write(postgres, "works");
        }
    }

    private record RunningNode(Process process, long server) {}

    private RunningNode startSomeNode() throws Exception {
        var process = new ProcessBuilder(someNode()).start();
        var words = process.inputReader().readLine().split(" ");
        assertThat(words[0]).isEqualTo("started");
        return new RunningNode(process, Long.parseLong(words[1]));
    }

    private List<String> someNode() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Dlogging.level.root=off",
                "-cp",
                System.getProperty("java.class.path"),
                SomeNode.class.getName(),
                home.toString());
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static boolean ended(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> GuardedServer.ended(process, Duration.ofSeconds(10)))
                .orElse(true);
    }

    private static boolean eventually(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        return condition.getAsBoolean();
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private static void write(EmbeddedPostgres postgres, String text) throws SQLException {
        write(postgres.address(), text);
    }

    private static void write(DatabaseAddress address, String text) throws SQLException {
        try (var connection = connect(address);
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists note (body text)");
            statement.execute("insert into note values ('%s')".formatted(text));
        }
    }

    private static List<String> read(EmbeddedPostgres postgres) throws SQLException {
        return query(postgres, "select string_agg(body, ',') from note");
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        return query(postgres, "show " + name).getFirst();
    }

    private static List<String> query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres.address());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return List.of(rows.getString(1));
        }
    }
}
