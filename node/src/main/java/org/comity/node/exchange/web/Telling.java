package org.comity.node.exchange.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts sentences into the viewer's language, and moments into UTC. */
@Component
class Telling {

    private final MessageSource words;

    Telling(MessageSource words) {
        this.words = words;
    }

    String of(Said said) {
        return words.getMessage(said, LocaleContextHolder.getLocale());
    }

    Optional<String> of(Optional<Noted> noted) {
        return noted.map(it -> of(it.said()));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Optional<OffsetDateTime> utc(Optional<Instant> instant) {
        return instant.map(Telling::utc);
    }
}
