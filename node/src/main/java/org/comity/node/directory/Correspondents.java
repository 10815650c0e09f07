package org.comity.node.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.node.directory.Correspondent.Confirmed;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Power;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The organisations without a node. One person enters one, another confirms it; only then may anything be sent there. */
@Repository
@Transactional
public class Correspondents {

    private static final String COLUMNS = """
            party, organisation, functions, languages, address, certificate, place,
            added_at, added_by, confirmed_at, confirmed_by, confirmed_how
            """;

    private static final int LONGEST = 200;

    private final JdbcClient database;
    private final Peers peers;
    private final OwnNode own;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Correspondents(JdbcClient database, Peers peers, OwnNode own, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.peers = peers;
        this.own = own;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a person enters.
     *
     * @param mail empty for an organisation that is reached by hand alone
     */
    public record Entry(
            PartyId party,
            String organisation,
            Set<NodeFunction> functions,
            List<String> languages,
            Optional<MailContact> mail,
            String place) {}

    /**
     * Enters an organisation, or enters it anew: then it must be confirmed anew.
     *
     * @throws CorrespondentRefused when the entry can't stand
     */
    public Correspondent enter(Entry entry, Person by) {
        require(entry);
        database.sql("""
                        insert into directory.correspondent as known
                               (party, organisation, functions, languages, address, certificate, fingerprint, place,
                                added_at, added_by, added_by_id)
                        values (:party, :organisation, :functions, :languages, :address, :certificate, :fingerprint,
                                :place, :now, :by, :byId)
                        on conflict (party) do update
                           set organisation = excluded.organisation, functions = excluded.functions,
                               languages = excluded.languages, address = excluded.address,
                               certificate = excluded.certificate, fingerprint = excluded.fingerprint,
                               place = excluded.place, added_at = excluded.added_at, added_by = excluded.added_by,
                               added_by_id = excluded.added_by_id, confirmed_at = null, confirmed_by = null,
                               confirmed_by_id = null, confirmed_how = null
                        """)
                .param("party", entry.party().value())
                .param("organisation", entry.organisation().strip())
                .param(
                        "functions",
                        entry.functions().stream()
                                .map(NodeFunction::token)
                                .sorted()
                                .toArray(String[]::new))
                .param("languages", entry.languages().toArray(String[]::new))
                .param("address", entry.mail().map(MailContact::address).orElse(null))
                .param(
                        "certificate",
                        entry.mail()
                                .map(it -> NodeCard.encoded(it.certificate()))
                                .orElse(null))
                .param(
                        "fingerprint",
                        entry.mail().map(it -> it.fingerprint().hex()).orElse(null))
                .param("place", entry.place().strip())
                .param("now", now())
                .param("by", by.name())
                .param("byId", by.id().value())
                .update();
        Correspondent entered = require(entry.party());
        events.publishEvent(CorrespondentChanged.entered(entered, by.name()));
        return entered;
    }

    /**
     * The second person vouches for the entry.
     *
     * @param how by which source it was checked
     * @throws CorrespondentRefused when the same person entered it, or the source is not named
     */
    public void confirm(PartyId party, String how, Person by) {
        if (how.isBlank() || how.length() > LONGEST) {
            throw new CorrespondentRefused("how", Said.of("directory.refused.no-source", LONGEST));
        }
        Correspondent entry = require(party);
        if (!mayConfirm(party, by)) {
            throw new CorrespondentRefused("how", Said.of("directory.refused.same-person", party.value()));
        }
        database.sql("""
                        update directory.correspondent
                           set confirmed_at = :now, confirmed_by = :by, confirmed_by_id = :byId, confirmed_how = :how
                         where party = :party
                        """)
                .param("now", now())
                .param("by", by.name())
                .param("byId", by.id().value())
                .param("how", how.strip())
                .param("party", party.value())
                .update();
        events.publishEvent(CorrespondentChanged.confirmed(entry, how.strip(), by.name()));
        events.publishEvent(new ReachChanged(party));
    }

    public void remove(PartyId party, Person by) {
        Correspondent entry = require(party);
        database.sql("delete from directory.correspondent where party = :party")
                .param("party", party.value())
                .update();
        events.publishEvent(CorrespondentChanged.removed(entry, by.name()));
    }

    @Transactional(readOnly = true)
    public Optional<Correspondent> find(PartyId party) {
        return database.sql("select " + COLUMNS + " from directory.correspondent where party = :party")
                .param("party", party.value())
                .query(Correspondents::correspondent)
                .optional();
    }

    /** The entry, which the caller knows to be there. */
    @Transactional(readOnly = true)
    public Correspondent require(PartyId party) {
        return find(party)
                .orElseThrow(() -> new CorrespondentRefused(
                        "party", Said.of("directory.refused.no-correspondent", party.value())));
    }

    /** Confirmed or not, by party. */
    @Transactional(readOnly = true)
    public List<Correspondent> all() {
        return database.sql("select " + COLUMNS + " from directory.correspondent order by party")
                .query(Correspondents::correspondent)
                .list();
    }

    /** Whoever has this mail address, and is confirmed. */
    @Transactional(readOnly = true)
    public List<Correspondent> at(String address) {
        return database.sql("select " + COLUMNS + """

                          from directory.correspondent
                         where lower(address) = lower(:address) and confirmed_at is not null
                         order by party
                        """)
                .param("address", address)
                .query(Correspondents::correspondent)
                .list();
    }

    /** Whether this person may confirm the entry. */
    @Transactional(readOnly = true)
    public boolean mayConfirm(PartyId party, Person person) {
        return person.mayAsSecond(Power.MANAGE_PEERS, enteredBy(party));
    }

    private PersonId enteredBy(PartyId party) {
        return database.sql("select added_by_id from directory.correspondent where party = :party")
                .param("party", party.value())
                .query((row, number) -> new PersonId(row.getObject("added_by_id", UUID.class)))
                .single();
    }

    private void require(Entry entry) {
        if (entry.party().equals(own.party()) || peers.find(entry.party()).isPresent()) {
            throw new CorrespondentRefused(
                    "party",
                    Said.of("directory.refused.has-a-node", entry.party().value()));
        }
        if (entry.organisation().isBlank()
                || entry.organisation().length() > LONGEST
                || entry.organisation().chars().anyMatch(Character::isISOControl)) {
            throw new CorrespondentRefused("organisation", Said.of("directory.refused.organisation", LONGEST));
        }
        if (entry.functions().isEmpty()) {
            throw new CorrespondentRefused("functions", Said.of("directory.refused.choose-function"));
        }
        if (entry.languages().isEmpty()
                || entry.languages().stream().anyMatch(language -> !language.matches("[a-z]{2}"))) {
            throw new CorrespondentRefused("languages", Said.of("directory.refused.choose-languages"));
        }
        if (entry.place().length() > LONGEST) {
            throw new CorrespondentRefused("place", Said.of("directory.refused.place", LONGEST));
        }
        if (entry.mail().isEmpty() && entry.place().isBlank()) {
            throw new CorrespondentRefused("place", Said.of("directory.refused.no-way"));
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Correspondent correspondent(ResultSet row, int number) throws SQLException {
        byte[] certificate = row.getBytes("certificate");
        OffsetDateTime confirmedAt = row.getObject("confirmed_at", OffsetDateTime.class);
        return new Correspondent(
                new PartyId(row.getString("party")),
                row.getString("organisation"),
                texts(row, "functions").map(NodeFunction::of).collect(Collectors.toCollection(LinkedHashSet::new)),
                texts(row, "languages").toList(),
                certificate == null
                        ? Optional.empty()
                        : Optional.of(new MailContact(
                                row.getString("address"), Certificates.read(certificate, row.getString("party")))),
                row.getString("place"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                confirmedAt == null
                        ? Optional.empty()
                        : Optional.of(new Confirmed(
                                confirmedAt.toInstant(),
                                row.getString("confirmed_by"),
                                row.getString("confirmed_how"))));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }
}
