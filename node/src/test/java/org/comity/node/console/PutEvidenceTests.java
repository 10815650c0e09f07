package org.comity.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.comity.node.Comity;
import org.comity.node.NodeTest;
import org.comity.node.identity.HoldingTokens;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command line puts a file into a running node. */
@NodeTest
class PutEvidenceTests {

    @LocalServerPort
    private int port;

    @Autowired
    private HoldingTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private final Commands commands = new Commands(Comity.class);
    private Person officer;

    @BeforeEach
    void somebody() throws Exception {
        officer = SomePeople.with(jdbc, Role.EXECUTING_OFFICER);
        Files.writeString(folder.resolve("token"), token());
    }

    @Test
    void aFileOfSeveralPartsArrivesWhole() throws Exception {
        byte[] content = new byte[9_000_000];
        new Random(3).nextBytes(content);
        Path file = Files.write(folder.resolve("disk.img"), content);

        assertThat(put(file, "--from", "bank", "--provision", "ets185:18", "--condition", "only for this case"))
                .isEqualTo(Command.DONE);

        var said = jdbc.sql("select size || ' ' || particulars::text from evidence.exhibit where taken_in_by = :name")
                .param("name", officer.name())
                .query(String.class)
                .single();
        assertThat(said).startsWith("9000000 ").contains("disk.img", "bank", "ets185:18", "only for this case");
        try (var notes = Files.list(folder.resolve("uploads"))) {
            assertThat(notes).isEmpty();
        }
    }

    @Test
    void anUnknownCaseIsRefusedInWords() throws Exception {
        Path file = Files.write(folder.resolve("a.bin"), new byte[3]);

        assertThat(put(file, "--case", "PT-1999-0001")).isEqualTo(Command.FAILED);
    }

    private int put(Path file, String... more) {
        var typed = new ArrayList<>(List.of("evidence", "put", file.toString()));
        typed.addAll(List.of(more));
        typed.addAll(List.of("--node", "http://localhost:" + port, "--home", folder.toString()));
        typed.addAll(List.of("--token-file", folder.resolve("token").toString()));
        return commands.run(typed.toArray(String[]::new));
    }

    private String token() {
        return tokens.make(
                        officer, officer.id(), "test", HoldingTokens.read(Set.of("evidence:read", "evidence:write")), 7)
                .secret();
    }
}
