package org.comity.node.legislation.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.frame.Said;
import org.comity.node.gazette.AnnouncementKind;
import org.comity.node.gazette.GazetteAddresses;
import org.comity.node.gazette.GazetteRefused;
import org.comity.node.gazette.Received;
import org.comity.node.gazette.TakingOver;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.springframework.stereotype.Component;

/**
 * Facts of law that other nodes announce. A person takes them over as a proposal, which another reviews as any other. Under
 * a rule that a reviewer here set, what a State says of its own law holds at once: two persons have looked at it there.
 */
@Component
class AnnouncedChanges implements TakingOver {

    private final ProposingChange proposing;
    private final ReviewingChange reviewing;
    private final ReadingChanges reading;
    private final Peers peers;
    private final Notices notices;

    AnnouncedChanges(
            ProposingChange proposing,
            ReviewingChange reviewing,
            ReadingChanges reading,
            Peers peers,
            Notices notices) {
        this.proposing = proposing;
        this.reviewing = reviewing;
        this.reading = reading;
        this.peers = peers;
        this.notices = notices;
    }

    @Override
    public AnnouncementKind kind() {
        return AnnouncementKind.LAW_CHANGE;
    }

    @Override
    public Effect effectOf(Received received) {
        List<ProposedRow> rows;
        try {
            rows = rows(received);
        } catch (GazetteRefused e) {
            return new Effect(List.of(e.said()), List.of());
        }
        ReadingChanges.Announced announced = reading.announced(rows);
        List<Line> lines = announced.difference().stream()
                .flatMap(row -> row.fields().stream()
                        .filter(RowDifference.Field::changed)
                        .map(field -> new Line("law.change.field." + field.column(), field.before(), field.after())))
                .toList();
        List<Said> obstacles = announced
                .misfit()
                .map(why -> List.of(Said.of("law.announced.misfit", why)))
                .orElse(lines.isEmpty() ? List.of(Said.of("law.announced.known")) : List.of());
        return new Effect(obstacles, lines);
    }

    private static List<ProposedRow> rows(Received received) {
        if (!(received.announcement().content().get(AnnouncingChanges.ROWS) instanceof List<?> told)) {
            throw unreadable();
        }
        List<ProposedRow> rows = new ArrayList<>();
        for (Object each : told) {
            if (!(each instanceof Map<?, ?> row && row.get("cells") instanceof Map<?, ?> cells)) {
                throw unreadable();
            }
            Map<String, String> texts = new HashMap<>();
            cells.forEach((column, cell) -> texts.put(String.valueOf(column), String.valueOf(cell)));
            rows.add(new ProposedRow(kind(String.valueOf(row.get("kind"))), texts));
        }
        return rows;
    }

    private static Kind kind(String token) {
        try {
            Kind kind = Kind.valueOf(token);
            if (kind.form().isPresent()) {
                return kind;
            }
        } catch (IllegalArgumentException unknown) {
            // a later version may know it
        }
        throw unreadable();
    }

    private static GazetteRefused unreadable() {
        return new GazetteRefused("take", Said.of("law.announced.unreadable"));
    }

    @Override
    public boolean isOpenTo(Person person) {
        return person.is(Role.LAW_EXPERT);
    }

    @Override
    public String take(Received received, Person by) {
        return page(submit(received, Proposal.Signatory.of(by)));
    }

    private Proposal submit(Received received, Proposal.Signatory proposer) {
        String why = received.announcement().text("why");
        try {
            return proposing.submitAnnounced(
                    proposer,
                    rows(received),
                    why.isBlank() ? received.announcement().title() : why,
                    GazetteAddresses.of(received));
        } catch (ChangeRefused e) {
            throw new GazetteRefused("take", Said.of("law.announced.misfit", e.detail()));
        }
    }

    @Override
    public Optional<String> takeByRule(Received received, String rule) {
        if (!effectOf(received).fits() || !ofOwnState(received)) {
            return Optional.empty();
        }
        Proposal proposal = submit(received, signatory("gazette of " + received.party()));
        return Optional.of(page(reviewing.publishAnnounced(proposal, signatory("rule of " + rule))));
    }

    /** A State is the best source for its own law and for nobody else's. */
    private boolean ofOwnState(Received received) {
        Optional<String> state = peers.find(received.party()).map(Peer::card).map(card -> card.state());
        return rows(received).stream()
                .allMatch(row -> state.filter(row.cell("state")::equals).isPresent());
    }

    /** No person of this node: a rule, or a gazette, that acts in somebody's stead. */
    private static Proposal.Signatory signatory(String name) {
        return new Proposal.Signatory(
                new PersonId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))), name);
    }

    private static String page(Proposal proposal) {
        return "/law/changes/" + proposal.id();
    }

    /** Whether it is taken back here too is for people to decide. */
    @Override
    public void revoked(Received received) {
        Notice notice = Notice.of(
                        NoticeKind.LAW,
                        GazetteAddresses.of(received),
                        "law.announced.revoked",
                        received.party().value(),
                        received.announcement().title())
                .once("gazette-revoked-" + received.party() + "-"
                        + received.announcement().id());
        notices.tell(Audience.with(Role.LAW_EXPERT), notice);
        notices.tell(Audience.with(Role.LAW_REVIEWER), notice);
    }
}
