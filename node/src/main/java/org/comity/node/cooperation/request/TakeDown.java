package org.comity.node.cooperation.request;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to happen to content, and what must be said with it (EU 2021/784 art. 3(4), EU 2022/2065 arts. 9(2) and 16(2)). Why
 * it is unlawful stands where other requests say how the data relates to the offence.
 *
 * @param territories where it is to be out of reach, by ISO 3166-1 alpha-2; empty for as far as the law of the route reaches
 * @param redress what the provider and whoever's content it is can do against it
 * @param flaggedBy who found it, such as a hotline with its reference; empty for the issuer itself
 * @param announcedAt when a provider that was never addressed before was told of procedures (EU 2021/784 art. 3(2))
 * @param unpreserved why it is to go although no earlier request preserved it; empty where one did
 */
@RecordBuilder
public record TakeDown(
        Content content,
        Means means,
        List<String> territories,
        String redress,
        String flaggedBy,
        Optional<Instant> announcedAt,
        String unpreserved)
        implements TakeDownBuilder.With {

    public static final TakeDown BLANK =
            new TakeDown(Content.OTHER, Means.REMOVE, List.of(), "", "", Optional.empty(), "");

    /** What the content is. */
    public enum Content {
        TERRORIST,
        CHILD_SEXUAL_ABUSE,
        INTIMATE_IMAGES,
        HATE_SPEECH,
        FRAUD,
        MALWARE,
        OTHER;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** A word of another system that is none of ours is another kind of content. */
        public static Content of(String token) {
            return Arrays.stream(values())
                    .filter(content -> content.token().equals(token))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    /** How far it goes. */
    public enum Means {
        REMOVE,
        /** It stays on the provider's systems, out of everybody's reach. */
        DISABLE;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Means of(String token) {
            return token.equals(DISABLE.token()) ? DISABLE : REMOVE;
        }
    }

    public TakeDown {
        territories = List.copyOf(territories);
    }
}
