package org.comity.node;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The command of the product, run as a process of its own with the classes under test. */
public final class ProductScript {

    private ProductScript() {}

    /** Does what {@code ./comity} does. */
    public static Path in(Path folder) throws IOException {
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
