package org.comity.node.exchange.packet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.PacketNotTaken;
import org.comity.node.frame.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packet as a file: a ZIP that any computer opens, with a page for people in clear and {@code packet.p7m}, a sealed CMS
 * around another ZIP: {@code packet.json} says what is inside, each message and document is a file of its own.
 */
public final class PacketFormat {

    /** How a packet's file name ends. */
    public static final String SUFFIX = ".comity-packet";

    /** What one packet may hold; more goes into the next one. */
    public static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final String FORMAT = "comity-packet/1";
    private static final String COVER = "READ-ME.txt";
    private static final String SEALED = "packet.p7m";
    private static final String MANIFEST = "packet.json";
    private static final String CARD = "card.json";
    private static final String CHECKPOINT = "checkpoint.txt";
    private static final int MOST_FILES = 1000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PacketFormat() {}

    /** Who may bring packets to this node. */
    @FunctionalInterface
    public interface Circle extends PacketSeal.Circle {}

    private record Manifest(
            String format, String id, String from, String to, String madeAt, List<Item> messages, List<Item> answers) {}

    private record Item(String id, String type, String file, List<Named> enclosures) {}

    private record Named(String name, String type, String file) {}

    /** @param cover for whoever finds the file: what it is, and what to do with it */
    public static byte[] write(Packet packet, String cover, OwnNode own, NodeCard to) {
        Map<String, byte[]> outer = new LinkedHashMap<>();
        outer.put(COVER, cover.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        outer.put(SEALED, PacketSeal.seal(inner(packet), own.keys(), to));
        return zip(outer);
    }

    /**
     * Opens a packet for this node.
     *
     * @throws PacketNotTaken when it is none, not whole, not for this node, or not from a node of the circle
     */
    public static Packet read(byte[] file, OwnNode own, Circle circle) {
        if (file.length > MOST_BYTES) {
            throw new PacketNotTaken(Said.of("exchange.packet.refused.too-large", MOST_BYTES / 1024 / 1024));
        }
        byte[] sealed = unzip(file).get(SEALED);
        if (sealed == null) {
            throw new PacketNotTaken(Said.of("exchange.packet.refused.not-a-packet"));
        }
        PacketSeal.Unsealed unsealed = PacketSeal.open(sealed, own.keys(), circle);
        Packet packet = packet(unzip(unsealed.content()));
        if (!packet.from().equals(unsealed.from())) {
            throw new PacketNotTaken(
                    Said.of("exchange.packet.refused.signature", packet.from().value()));
        }
        if (!packet.to().equals(own.party())) {
            throw new PacketNotTaken(Said.of("exchange.packet.refused.addressee"));
        }
        return packet;
    }

    private static byte[] inner(Packet packet) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<Item> messages = new ArrayList<>();
        for (Packet.Message message : packet.messages()) {
            String file = "messages/" + (messages.size() + 1);
            List<Named> enclosures = new ArrayList<>();
            for (Enclosure enclosure : message.enclosures()) {
                String named = file + "-" + (enclosures.size() + 1);
                enclosures.add(new Named(enclosure.name(), enclosure.type(), named));
                files.put(named, enclosure.content());
            }
            messages.add(new Item(message.id().value(), message.contentType(), file, enclosures));
            files.put(file, message.body());
        }
        List<Item> answers = new ArrayList<>();
        for (Packet.Answer answer : packet.answers()) {
            String file = "answers/" + (answers.size() + 1);
            answers.add(new Item(answer.about().value(), answer.contentType(), file, List.of()));
            files.put(file, answer.signal());
        }
        files.put(CARD, packet.card());
        files.put(CHECKPOINT, packet.checkpoint().getBytes(StandardCharsets.UTF_8));
        files.put(
                MANIFEST,
                JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(new Manifest(
                                FORMAT,
                                packet.id().toString(),
                                packet.from().value(),
                                packet.to().value(),
                                packet.madeAt().toString(),
                                messages,
                                answers)));
        return zip(files);
    }

    private static Packet packet(Map<String, byte[]> files) {
        try {
            Manifest manifest = JSON.readValue(file(files, MANIFEST), Manifest.class);
            if (!FORMAT.equals(manifest.format())) {
                throw new PacketNotTaken(Said.of("exchange.packet.refused.format", FORMAT));
            }
            return new Packet(
                    UUID.fromString(manifest.id()),
                    new PartyId(manifest.from()),
                    new PartyId(manifest.to()),
                    Instant.parse(manifest.madeAt()),
                    manifest.messages().stream()
                            .map(item -> new Packet.Message(
                                    new MessageId(item.id()),
                                    item.type(),
                                    file(files, item.file()),
                                    item.enclosures().stream()
                                            .map(it -> new Enclosure(it.name(), it.type(), file(files, it.file())))
                                            .toList()))
                            .toList(),
                    manifest.answers().stream()
                            .map(item ->
                                    new Packet.Answer(new MessageId(item.id()), item.type(), file(files, item.file())))
                            .toList(),
                    file(files, CARD),
                    new String(file(files, CHECKPOINT), StandardCharsets.UTF_8));
        } catch (JacksonException
                | IllegalArgumentException
                | DateTimeParseException
                | NullPointerException
                | Enclosure.BadEnclosure e) {
            throw new PacketNotTaken(Said.of("exchange.packet.refused.contents"));
        }
    }

    private static byte[] file(Map<String, byte[]> files, @Nullable String name) {
        byte[] content = name == null ? null : files.get(name);
        if (content == null) {
            throw new PacketNotTaken(Said.of("exchange.packet.refused.contents"));
        }
        return content;
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A ZIP in memory could not be written.", e);
        }
        return bytes.toByteArray();
    }

    /** With an end to how large it may become, whatever it says of itself. */
    private static Map<String, byte[]> unzip(byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    throw new PacketNotTaken(Said.of("exchange.packet.refused.too-large", MOST_BYTES / 1024 / 1024));
                }
                if (files.put(entry.getName(), content) != null) {
                    throw new PacketNotTaken(Said.of("exchange.packet.refused.contents"));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new PacketNotTaken(Said.of("exchange.packet.refused.truncated"));
        }
        if (files.isEmpty()) {
            throw new PacketNotTaken(Said.of("exchange.packet.refused.not-a-packet"));
        }
        return files;
    }
}
