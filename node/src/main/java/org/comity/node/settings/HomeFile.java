package org.comity.node.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The file {@code comity.properties} in a home folder: one {@code comity.*} or Spring setting a line. */
public record HomeFile(Path home) {

    public static HomeFile of(Path home) {
        return new HomeFile(home);
    }

    public Path path() {
        return home.resolve("comity.properties");
    }

    /**
     * The home folder itself, made if it is not there: closed to others, who can pass through it and no more, because
     * the database's own account must.
     */
    public static Path folder(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            Files.createDirectories(home);
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        }
        return home.toRealPath();
    }

    public boolean exists() {
        return Files.exists(path());
    }

    public Map<String, String> settings() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(exists() ? Files.readString(path()) : ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + path(), unreadable);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty, (a, b) -> b, TreeMap::new));
    }

    /** Keeps what the file already says of other settings. */
    public void put(Map<String, String> settings) {
        var all = new TreeMap<>(settings());
        all.putAll(settings);
        var text = all.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + escaped(setting.getValue()) + "\n")
                .collect(Collectors.joining());
        try {
            folder(home);
            Files.writeString(path(), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot write " + path(), unwritable);
        }
    }

    /** As a properties file wants it, which is stricter than it looks: leading white space, line ends and backslashes. */
    private static String escaped(String value) {
        var text = value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\f", "\\f");
        return text.isEmpty() || !Character.isWhitespace(text.charAt(0)) ? text : "\\" + text;
    }
}
