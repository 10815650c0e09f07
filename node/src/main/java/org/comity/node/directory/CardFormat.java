package org.comity.node.directory;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.node.frame.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A card as JSON. What is signed is the object without its {@code signature}, in the canonical form of RFC 8785: a card
 * holds only texts, lists of texts and one boolean, so sorted keys without white space are enough.
 */
final class CardFormat {

    private static final String FORMAT = "comity-node-card/1";
    private static final Set<String> KEYS = Set.of(
            "format",
            "party",
            "state",
            "organisation",
            "functions",
            "url",
            "languages",
            "exercise",
            "root",
            "signing",
            "encryption",
            "issuedAt",
            "signature");

    /** On cards of nodes that take HI-1. */
    private static final String HI1 = "hi1";

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CardFormat() {}

    static byte[] statement(NodeCard card) {
        return CANONICAL.writeValueAsBytes(members(card));
    }

    static byte[] write(NodeCard card) {
        Map<String, Object> members = members(card);
        members.put("signature", base64(card.signature()));
        return CANONICAL.writerWithDefaultPrettyPrinter().writeValueAsBytes(members);
    }

    static NodeCard read(byte[] bytes) {
        Map<?, ?> members;
        try {
            members = CANONICAL.readValue(bytes, Map.class);
        } catch (JacksonException e) {
            throw new CardRefused(Said.of("directory.refused.no-json"), e);
        }
        if (members == null || !FORMAT.equals(members.get("format"))) {
            throw new CardRefused(Said.of("directory.refused.format", FORMAT));
        }
        Set<Object> named = new HashSet<>(members.keySet());
        named.remove(HI1);
        if (!named.equals(KEYS)) {
            throw new CardRefused(Said.of(
                    "directory.refused.members",
                    String.join(", ", List.copyOf(KEYS).stream().sorted().toList())));
        }
        try {
            return new NodeCard(
                    new PartyId(text(members, "party")),
                    text(members, "state"),
                    text(members, "organisation"),
                    functions(texts(members, "functions")),
                    URI.create(text(members, "url")),
                    members.containsKey(HI1) ? Optional.of(URI.create(text(members, HI1))) : Optional.empty(),
                    texts(members, "languages"),
                    truth(members, "exercise"),
                    certificate(members, "root"),
                    certificate(members, "signing"),
                    certificate(members, "encryption"),
                    Instant.parse(text(members, "issuedAt")),
                    bytes(members, "signature"));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new CardRefused(Said.of("directory.refused.unreadable", String.valueOf(e.getMessage())), e);
        }
    }

    private static Map<String, Object> members(NodeCard card) {
        Map<String, Object> members = new TreeMap<>();
        members.put("format", FORMAT);
        members.put("party", card.party().value());
        members.put("state", card.state());
        members.put("organisation", card.organisation());
        members.put(
                "functions",
                card.functions().stream().map(NodeFunction::token).sorted().toList());
        members.put("url", card.url().toString());
        card.hi1().ifPresent(url -> members.put(HI1, url.toString()));
        members.put("languages", card.languages());
        members.put("exercise", card.exercise());
        members.put("root", base64(NodeCard.encoded(card.root())));
        members.put("signing", base64(NodeCard.encoded(card.signing())));
        members.put("encryption", base64(NodeCard.encoded(card.encryption())));
        members.put("issuedAt", card.issuedAt().toString());
        return members;
    }

    private static Set<NodeFunction> functions(List<String> tokens) {
        return tokens.stream().map(NodeFunction::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static X509Certificate certificate(Map<?, ?> members, String key) {
        return Certificates.read(bytes(members, key), key);
    }

    private static byte[] bytes(Map<?, ?> members, String key) {
        return Base64.getDecoder().decode(text(members, key));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String text(Map<?, ?> members, String key) {
        return text(key, members.get(key));
    }

    private static String text(String key, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new CardRefused(Said.of("directory.refused.text", key));
    }

    private static List<String> texts(Map<?, ?> members, String key) {
        if (!(members.get(key) instanceof List<?> values)) {
            throw new CardRefused(Said.of("directory.refused.texts", key));
        }
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(text(key, value));
        }
        return texts;
    }

    private static boolean truth(Map<?, ?> members, String key) {
        if (members.get(key) instanceof Boolean truth) {
            return truth;
        }
        throw new CardRefused(Said.of("directory.refused.truth", key));
    }
}
