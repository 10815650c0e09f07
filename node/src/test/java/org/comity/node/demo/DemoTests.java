package org.comity.node.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.comity.node.Comity;
import org.comity.node.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product at once: two nodes as processes, each with its own database, over AS4, by their pages. */
class DemoTests {

    @Test
    void twoNodesLiveThroughTheMainJob(@TempDir Path folder) throws Exception {
        var told = new ByteArrayOutputStream();

        boolean held = new Demo(
                        script(folder),
                        TestPostgres.temporaryFolder("comity-demo-").resolve("nodes"),
                        new PrintStream(told, true, UTF_8))
                .play(true, true);

        String text = told.toString(UTF_8);
        assertThat(held).as(text).isTrue();
        JsonNode summary = JsonMapper.shared().readTree(text.lines().toList().getLast());
        assertThat(summary.get("ok").asBoolean()).isTrue();
        assertThat(summary.get("steps")
                        .valueStream()
                        .map(step -> step.get("step").asString()))
                .containsExactly(
                        "start",
                        "plan",
                        "draft",
                        "approve",
                        "send",
                        "acknowledge",
                        "accept",
                        "preserve",
                        "extend",
                        "refuse",
                        "lapse");
    }

    /** Does what {@code ./comity} does, with the classes under test. */
    private static Path script(Path folder) throws Exception {
        var script = folder.resolve("comity");
        Files.writeString(
                script, """
                #!/bin/sh
                exec "%s/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx320m -cp "%s" %s "$@"
                """.formatted(System.getProperty("java.home"), productClassPath(), Comity.class.getName()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    /** Without the tests' own settings, which would make every node Portuguese. */
    private static String productClassPath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
