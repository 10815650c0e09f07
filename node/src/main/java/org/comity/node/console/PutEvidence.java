package org.comity.node.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts a file into a node's vault by tus 1.0, a part at a time with its checksum. Whatever breaks, the line, the node or this
 * command, running it again goes on from what the node has.
 */
class PutEvidence implements Command {

    private static final String UPLOADS = "/api/v1/evidence/uploads";
    private static final int PART = 8 << 20;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 12;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    @Override
    public String name() {
        return "evidence put";
    }

    @Override
    public String usage() {
        return "evidence put FILE [--case REFERENCE] [--from WHO] [--provision PROVISION] [--condition TEXT]"
                + " [--node URL] [--token-file FILE] [--home FOLDER]";
    }

    @Override
    public int run(Arguments typed) throws IOException, InterruptedException {
        var arguments = typed.allowing("case", "from", "provision", "condition", "node", "token-file", "home");
        var file = Path.of(arguments.word("the file")).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new Misuse("There is no file " + file + ".");
        }
        var node = ByToken.node(arguments);
        var token = ByToken.token(arguments);
        var note = note(arguments.home(), file, node);
        var upload = Files.exists(note)
                ? URI.create(Files.readString(note).strip())
                : begin(node, token, file, arguments, note);
        try {
            send(file, upload, token, note);
        } catch (IOException broken) {
            throw new IOException(
                    "The upload is not complete: " + broken.getMessage() + " Run the same command again to go on.",
                    broken);
        }
        Files.delete(note);
        IO.println("It is in the vault: "
                + node.resolve("/evidence/" + upload.getPath().replaceFirst(".*/", "")));
        return DONE;
    }

    private URI begin(URI node, String token, Path file, Arguments arguments, Path note)
            throws IOException, InterruptedException {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("filename", file.getName(file.getNameCount() - 1).toString());
        arguments.option("case").ifPresent(reference -> said.put("about", reference));
        for (String name : new String[] {"from", "provision", "condition"}) {
            arguments.option(name).ifPresent(text -> said.put(name, text));
        }
        var answer = http.send(
                call(node.resolve(UPLOADS), token)
                        .header("Upload-Length", Long.toString(Files.size(file)))
                        .header("Upload-Metadata", metadata(said))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("The node does not take it (" + answer.statusCode() + "). "
                    + ByToken.detail(answer.body()).orElse("Is the token valid, and has it the scope evidence:write?"));
        }
        var upload = node.resolve(answer.headers().firstValue("Location").orElseThrow());
        Files.createDirectories(folder(arguments.home()));
        Files.writeString(note, upload.toString());
        return upload;
    }

    private void send(Path file, URI upload, String token, Path note) throws IOException, InterruptedException {
        long size = Files.size(file);
        byte[] part = new byte[PART];
        int failures = 0;
        try (var random = new RandomAccessFile(file.toFile(), "r");
                InputStream in = Channels.newInputStream(random.getChannel())) {
            long offset = offset(upload, token, note);
            var progress = new Progress(offset, size);
            while (offset < size) {
                random.seek(offset);
                int length = in.readNBytes(part, 0, (int) Math.min(PART, size - offset));
                try {
                    offset = patch(upload, token, offset, part, length);
                    failures = 0;
                } catch (IOException broken) {
                    if (++failures > ATTEMPTS) {
                        throw broken;
                    }
                    progress.broken();
                    Thread.sleep(Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.min(10, failures)));
                    offset = againFrom(upload, token, note, offset);
                }
                progress.show(offset);
            }
            progress.end();
        }
    }

    private long patch(URI upload, String token, long offset, byte[] part, int length)
            throws IOException, InterruptedException {
        var answer = http.send(
                call(upload, token)
                        .header("Upload-Offset", Long.toString(offset))
                        .header("Upload-Checksum", "sha256 " + checksum(part, length))
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(part, 0, length))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 204) {
            throw new IOException("The node answered " + answer.statusCode() + ".");
        }
        return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    private long againFrom(URI upload, String token, Path note, long offset) throws InterruptedException {
        try {
            return offset(upload, token, note);
        } catch (IOException stillBroken) {
            return offset; // the next attempt finds out
        }
    }

    private long offset(URI upload, String token, Path note) throws IOException, InterruptedException {
        var answer = http.send(
                call(upload, token)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() == 404) {
            Files.deleteIfExists(note);
            throw new IOException("The node no longer waits for this upload.");
        }
        return answer.headers()
                .firstValueAsLong("Upload-Offset")
                .orElseThrow(() -> new IOException("The node answered " + answer.statusCode() + "."));
    }

    private static HttpRequest.Builder call(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + token)
                .header("Tus-Resumable", "1.0.0");
    }

    /** Remembers an upload until it is complete; of a file that changed meanwhile, another one. */
    private static Path note(Path home, Path file, URI node) throws IOException {
        var about = file + "\n" + Files.size(file) + "\n" + Files.getLastModifiedTime(file) + "\n" + node;
        byte[] bytes = about.getBytes(StandardCharsets.UTF_8);
        return folder(home).resolve(HexFormat.of().formatHex(sha256(bytes, bytes.length), 0, 16) + ".upload");
    }

    private static Path folder(Path home) {
        return home.resolve("uploads");
    }

    private static String metadata(Map<String, String> said) {
        return said.entrySet().stream()
                .map(pair -> pair.getKey() + " "
                        + Base64.getEncoder().encodeToString(pair.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }

    private static String checksum(byte[] part, int length) {
        return Base64.getEncoder().encodeToString(sha256(part, length));
    }

    private static byte[] sha256(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
