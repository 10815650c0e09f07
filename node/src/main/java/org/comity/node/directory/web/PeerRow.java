package org.comity.node.directory.web;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.Peer;

/** A node as a row of the page shows it. */
record PeerRow(
        CardView card,
        OffsetDateTime addedAt,
        String addedBy,
        Optional<OffsetDateTime> confirmedAt,
        Optional<OffsetDateTime> heardAt,
        Optional<OffsetDateTime> staleSince,
        boolean byPacket) {

    static PeerRow of(Peer peer, Instant now) {
        return new PeerRow(
                CardView.of(peer.card(), now),
                utc(peer.addedAt()),
                peer.addedBy(),
                peer.confirmedAt().map(PeerRow::utc),
                peer.lastHeardAt().map(PeerRow::utc),
                peer.staleSince(now).map(PeerRow::utc),
                peer.channel().isByHand());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * What a card says, in the page's own terms.
     *
     * @param expiresAt when the first of its certificates ends
     */
    record CardView(
            String party,
            String state,
            String organisation,
            List<String> functions,
            String endpoint,
            Optional<String> hi1,
            List<String> languages,
            boolean exercise,
            List<String> fingerprint,
            OffsetDateTime issuedAt,
            OffsetDateTime expiresAt,
            Validity validity) {

        static CardView of(NodeCard card, Instant now) {
            Instant expiry = Stream.of(card.root(), card.signing(), card.encryption())
                    .map(X509Certificate::getNotAfter)
                    .map(date -> Instant.ofEpochMilli(date.getTime()))
                    .min(Instant::compareTo)
                    .orElseThrow();
            return new CardView(
                    card.party().value(),
                    card.state(),
                    card.organisation(),
                    card.functions().stream().map(NodeFunction::token).sorted().toList(),
                    card.as4Endpoint().toString(),
                    card.hi1().map(Object::toString),
                    card.languages(),
                    card.exercise(),
                    List.of(card.fingerprint().toString().split(" ")),
                    utc(card.issuedAt()),
                    utc(expiry),
                    Validity.of(expiry, now));
        }
    }

    /** How long a peer's certificates still serve. */
    enum Validity {
        VALID,
        ENDS_SOON,
        ENDED;

        /** Time enough to exchange new cards by telephone before messages stop. */
        static final Duration NOTICE = Duration.ofDays(60);

        static Validity of(Instant expiry, Instant now) {
            if (!expiry.isAfter(now)) {
                return ENDED;
            }
            return expiry.isBefore(now.plus(NOTICE)) ? ENDS_SOON : VALID;
        }
    }
}
