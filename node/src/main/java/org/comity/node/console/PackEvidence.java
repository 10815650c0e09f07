package org.comity.node.console;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a node pack the evidence of a case for a court, shows how far it is, and fetches the package. Whatever breaks meanwhile, it goes on where it
 * was; run again with the package's id, too.
 */
class PackEvidence implements Command {

    private static final String PACKAGES = "/api/v1/evidence/packages";
    private static final Set<String> UNDERWAY = Set.of("reading", "sealing");
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 12;
    private static final int PIECE = 64 << 10;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int PARTIAL = 206;
    private static final int PAST_THE_END = 416;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    @Override
    public String name() {
        return "evidence package";
    }

    @Override
    public String usage() {
        return "evidence package [ID] [--case REFERENCE --recipient NAME --purpose TEXT] [--language en]"
                + " [--conditions-read] [--to FOLDER] [--node URL] [--token-file FILE] [--home FOLDER]";
    }

    @Override
    public int run(Arguments typed) throws IOException, InterruptedException {
        var arguments = typed.allowing(
                "case", "recipient", "purpose", "language", "conditions-read", "to", "node", "token-file", "home");
        var node = ByToken.node(arguments);
        var token = ByToken.token(arguments);
        var id = arguments.words().isEmpty() ? askedFor(node, token, arguments) : arguments.word("the id of a package");
        var made = made(node, token, id);
        if (made.path("file").asString("").isEmpty()) {
            throw new IllegalStateException("%s can't be fetched any more by you: hand it out again on its page."
                    .formatted(made.path("mark").asString()));
        }
        var file = node.resolve(made.path("file").asString());
        var folder = arguments.option("to").map(Path::of).orElse(Path.of("."));
        var target = Files.createDirectories(folder).resolve(file.getPath().replaceFirst(".*/", ""));
        try {
            fetch(file, token, target);
        } catch (IOException broken) {
            throw new IOException(
                    "The package is not complete: %s Go on with: ./comity evidence package %s --to %s"
                            .formatted(broken.getMessage(), made.path("id").asString(), folder),
                    broken);
        }
        IO.println("The package is in %s. Check it: ./comity verify %s".formatted(target, target));
        return DONE;
    }

    /** Until the node has made it, however long that takes; a node that starts again meanwhile goes on by itself. */
    private JsonNode made(URI node, String token, String id) throws IOException, InterruptedException {
        @Nullable Progress progress = null;
        for (int failures = 0; ; ) {
            try {
                var now = asked(call(node.resolve(PACKAGES + "/" + id), token).GET());
                failures = 0;
                var state = now.path("state").asString("");
                if (state.equals("made")) {
                    if (progress != null) {
                        progress.end();
                    }
                    return now;
                }
                if (!UNDERWAY.contains(state)) {
                    throw new IllegalStateException("The package was %s. %s"
                            .formatted(state, now.at("/progress/trouble").asString("")));
                }
                long read = now.at("/progress/read").asLong(0);
                if (progress == null) {
                    IO.println(
                            "The node makes the package. Stop here if you like, and fetch it later: ./comity evidence package "
                                    + id);
                    progress = new Progress(
                            read, Math.max(1, now.at("/progress/size").asLong(1)));
                }
                progress.show(read);
            } catch (IOException silent) {
                if (++failures > ATTEMPTS) {
                    throw new IOException(
                            "The node does not answer: %s Go on with: ./comity evidence package %s"
                                    .formatted(silent.getMessage(), id),
                            silent);
                }
            }
            Thread.sleep(LOOKS_EVERY);
        }
    }

    private String askedFor(URI node, String token, Arguments arguments) throws IOException, InterruptedException {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("about", arguments.required("case"));
        wanted.put("recipient", arguments.required("recipient"));
        wanted.put("purpose", arguments.required("purpose"));
        wanted.put("language", arguments.option("language").orElse("en"));
        wanted.put("conditionsRead", arguments.has("conditions-read"));
        return asked(call(node.resolve(PACKAGES), token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(wanted))))
                .path("id")
                .asString();
    }

    private JsonNode asked(HttpRequest.Builder call) throws IOException, InterruptedException {
        var answer = http.send(call.timeout(ANSWERED_WITHIN).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK && answer.statusCode() != ACCEPTED) {
            throw new IllegalStateException("The node refuses (" + answer.statusCode() + "). "
                    + ByToken.detail(answer.body())
                            .orElse("Is the token valid, and has it the scopes evidence:read and evidence:write?"));
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The part that is there lies beside, with the tag of the version that it is of. */
    private void fetch(URI file, String token, Path target) throws IOException, InterruptedException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        var version = target.resolveSibling(target.getFileName() + ".part.version");
        for (int failures = 0; ; ) {
            long before = Files.exists(part) ? Files.size(part) : 0;
            try {
                go(file, token, part, version);
                break;
            } catch (IOException broken) {
                failures = Files.exists(part) && Files.size(part) > before ? 1 : failures + 1;
                if (failures > ATTEMPTS) {
                    throw broken;
                }
                Thread.sleep(Math.min(LONGEST_PAUSE.toMillis(), 250L << Math.min(10, failures)));
            }
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(version);
    }

    private void go(URI file, String token, Path part, Path version) throws IOException, InterruptedException {
        long there = Files.exists(part) && Files.exists(version) ? Files.size(part) : 0;
        var call = call(file, token).GET();
        if (there > 0) {
            call.header("Range", "bytes=%d-".formatted(there)).header("If-Range", Files.readString(version));
        }
        var answer = http.send(call.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var in = answer.body()) {
            switch (answer.statusCode()) {
                case OK -> there = 0;
                case PARTIAL -> {
                    // goes on
                }
                case PAST_THE_END -> {
                    return; // the line broke behind the last byte
                }
                default -> throw new IOException("The node answered " + answer.statusCode() + ".");
            }
            Files.writeString(version, answer.headers().firstValue("ETag").orElse(""));
            long size =
                    there + answer.headers().firstValueAsLong("Content-Length").orElse(0);
            var progress = new Progress(there, Math.max(1, size));
            try (OutputStream out =
                    there > 0 ? Files.newOutputStream(part, StandardOpenOption.APPEND) : Files.newOutputStream(part)) {
                byte[] piece = new byte[PIECE];
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                    out.write(piece, 0, count);
                    there += count;
                    progress.show(there);
                }
            }
            progress.end();
            if (there != size) {
                throw new IOException("The line broke after %,d of %,d bytes.".formatted(there, size));
            }
        }
    }

    private static HttpRequest.Builder call(URI address, String token) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }
}
