package org.comity.node.console;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.node.settings.HomeFile;

/** How a command speaks to a running node as the person whose token it was given. */
final class ByToken {

    private ByToken() {}

    static URI node(Arguments arguments) {
        return arguments
                .option("node")
                .or(() -> Optional.ofNullable(
                        HomeFile.of(arguments.home()).settings().get("comity.public-url")))
                .map(URI::create)
                .orElse(URI.create("http://localhost:8080"));
    }

    static String token(Arguments arguments) throws IOException {
        var file = arguments.option("token-file").map(Path::of);
        var token = file.isPresent() ? Files.readString(file.get()) : System.getenv("COMITY_TOKEN");
        if (token == null || token.isBlank()) {
            throw new Misuse("A token is missing. Make one on the page of your account, with the scopes evidence:read"
                    + " and evidence:write, and give it in COMITY_TOKEN or by --token-file.");
        }
        return token.strip();
    }

    /** What a problem document says is wrong. */
    static Optional<String> detail(String problem) {
        var found =
                Pattern.compile("\"(?:detail|message)\"\\s*:\\s*\"([^\"]+)\"").matcher(problem);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
