package org.comity.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.comity.node.Comity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTests {

    static final Path SCRIPT = Path.of(System.getProperty("comity.root"), "comity");

    @TempDir
    Path elsewhere;

    @Test
    void helpNamesEveryCommandFromAnyFolderAndThroughALink() throws Exception {
        var link = Files.createSymbolicLink(elsewhere.resolve("c"), SCRIPT);

        var help = run(Map.of(), link.toString(), "help");

        assertThat(help.status()).isZero();
        assertThat(new Commands(Comity.class).names().stream().filter(name -> !name.equals("rehearse")))
                .allSatisfy(name -> assertThat(help.output()).contains("./comity " + name));
    }

    @Test
    void anUnknownCommandIsRefusedWithTheListOfCommands() throws Exception {
        var refused = run(Map.of(), SCRIPT.toString(), "dance");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.output()).contains("There is no command \"dance\"").contains("./comity serve");
    }

    @Test
    void withoutAJdkOneSentenceSaysWhatToInstall() throws Exception {
        var nothing = Map.of("PATH", "", "JAVA_HOME", "", "COMITY_JAVA_HOME", "", "COMITY_JDK_FOLDERS", "");

        var refused = run(nothing, "/bin/sh", SCRIPT.toString(), "version");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output().strip().lines())
                .singleElement()
                .asString()
                .contains("Comity needs a JDK 25")
                .contains("apt install")
                .contains("adoptium.net");
    }

    @Test
    void aJdkThatWasNamedButIsNoneIsNotPassedOver() throws Exception {
        var refused = run(Map.of("COMITY_JAVA_HOME", elsewhere.toString()), SCRIPT.toString(), "version");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("COMITY_JAVA_HOME").contains(elsewhere.toString());
    }

    @Test
    void anOlderJdkIsPassedOver() throws Exception {
        var old = Files.createDirectories(elsewhere.resolve("old/bin")).getParent();
        for (var program : List.of("java", "javac")) {
            Files.createFile(old.resolve("bin").resolve(program)).toFile().setExecutable(true);
        }
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"21.0.4\"\n");

        var refused = run(
                Map.of("PATH", "", "JAVA_HOME", "", "COMITY_JAVA_HOME", "", "COMITY_JDK_FOLDERS", old.toString()),
                "/bin/sh",
                SCRIPT.toString(),
                "version");

        assertThat(refused.output()).contains("needs a JDK 25");
    }

    private record Run(int status, String output) {}

    private Run run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }
}
