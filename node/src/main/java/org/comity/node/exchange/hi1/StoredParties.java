package org.comity.node.exchange.hi1;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.comity.hi1.EndpointId;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.Hi1Parties;
import org.comity.node.time.WallClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The directory's peers by their cards, and the parties that were taken in for HI-1 alone. */
@Repository
@Transactional
class StoredParties implements Hi1Parties {

    private final JdbcClient database;
    private final Peers peers;
    private final ApplicationEventPublisher events;
    private final Clock wallClock;

    StoredParties(JdbcClient database, Peers peers, ApplicationEventPublisher events, @WallClock Clock wallClock) {
        this.database = database;
        this.peers = peers;
        this.events = events;
        this.wallClock = wallClock;
    }

    /** What the table adds to a card, or has in its place. */
    private record Entry(URI url, Optional<EndpointId> endpoint, Optional<X509Certificate> certificate) {}

    @Override
    @Transactional(readOnly = true)
    public boolean takesOrders(PartyId party) {
        return peers.find(party)
                .map(peer -> peer.card().functions().contains(NodeFunction.PROVIDER))
                .orElseGet(() -> find(party).isPresent());
    }

    @Override
    public void locate(PartyId peer, URI url, String by) {
        peers.require(peer);
        requireHttps(url);
        dismissQuietly(peer);
        database.sql("""
                        insert into exchange.hi1_party (party, url, added_at, added_by)
                        values (:party, :url, :now, :by)
                        """)
                .param("party", peer.value())
                .param("url", url.toString())
                .param("now", wallClock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        events.publishEvent(Hi1Step.located(peer, url, by));
    }

    @Override
    public void admit(PartyId party, EndpointId endpoint, X509Certificate certificate, URI url, String by) {
        requireHttps(url);
        if (peers.find(party).isPresent()) {
            throw new IllegalArgumentException(
                    party + " is a peer of the directory and known by its card." + " Only say where it takes HI-1.");
        }
        dismissQuietly(party);
        database.sql("""
                        insert into exchange.hi1_party
                               (party, url, country, identifier, certificate, fingerprint, added_at, added_by)
                        values (:party, :url, :country, :identifier, :certificate, :fingerprint, :now, :by)
                        """)
                .param("party", party.value())
                .param("url", url.toString())
                .param("country", endpoint.country().value())
                .param("identifier", endpoint.uniqueIdentifier())
                .param("certificate", encoded(certificate))
                .param("fingerprint", fingerprint(certificate))
                .param("now", wallClock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        events.publishEvent(Hi1Step.admitted(party, url, fingerprint(certificate), by));
    }

    @Override
    public void dismiss(PartyId party, String by) {
        if (dismissQuietly(party)) {
            events.publishEvent(Hi1Step.dismissed(party, by));
        }
    }

    @Override
    public void describe(PartyId party, String organisation, String how, String by) {
        database.sql("""
                        update exchange.hi1_party set organisation = :organisation, confirmed_how = :how
                         where party = :party
                        """)
                .param("organisation", organisation)
                .param("how", how)
                .param("party", party.value())
                .update();
        events.publishEvent(Hi1Step.compared(party, how, by));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Known> all() {
        return database.sql("""
                        select party, organisation, url, certificate, added_at, added_by, confirmed_how
                          from exchange.hi1_party
                         order by party
                        """)
                .query((row, number) -> new Known(
                        new PartyId(row.getString("party")),
                        row.getString("organisation"),
                        URI.create(row.getString("url")),
                        Optional.ofNullable(row.getBytes("certificate")).map(StoredParties::read),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        row.getString("added_by"),
                        row.getString("confirmed_how")))
                .list();
    }

    /** Whose certificate this is, if it is one that is trusted now. */
    @Transactional(readOnly = true)
    Optional<Hi1Party> of(X509Certificate certificate) {
        return database.sql("select party from exchange.hi1_party where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint(certificate))
                .query((row, number) -> new PartyId(row.getString("party")))
                .optional()
                .or(() -> namedIn(certificate))
                .flatMap(this::find)
                .filter(it -> it.certificate().equals(certificate))
                .filter(it -> isValidNow(certificate));
    }

    @Transactional(readOnly = true)
    Optional<Hi1Party> find(PartyId party) {
        Optional<Entry> entry = entry(party);
        Optional<Peer> peer = peers.find(party);
        if (peer.isPresent()) {
            var card = peer.get().card();
            return Optional.of(new Hi1Party(
                    party,
                    Hi1Party.endpoint(party),
                    card.signing(),
                    entry.map(Entry::url).or(card::hi1).orElseGet(() -> usualUrl(card.url()))));
        }
        return entry.filter(it -> it.certificate().isPresent())
                .map(it -> new Hi1Party(
                        party, it.endpoint().orElseThrow(), it.certificate().orElseThrow(), it.url()));
    }

    /** The party, which the caller expects to be there. */
    @Transactional(readOnly = true)
    Hi1Party require(PartyId party) {
        return find(party).orElseThrow(() -> new UnknownParty(party));
    }

    /** Nobody of this name may speak HI-1 with this node. */
    static final class UnknownParty extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownParty(PartyId party) {
            super(party + " is neither a peer of the directory nor a party to HI-1. Add its card, or its certificate.");
        }
    }

    private Optional<Entry> entry(PartyId party) {
        return database.sql("select url, country, identifier, certificate from exchange.hi1_party where party = :party")
                .param("party", party.value())
                .query(StoredParties::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        byte[] certificate = row.getBytes("certificate");
        return certificate == null
                ? new Entry(URI.create(row.getString("url")), Optional.empty(), Optional.empty())
                : new Entry(
                        URI.create(row.getString("url")),
                        Optional.of(EndpointId.of(row.getString("country"), row.getString("identifier"))),
                        Optional.of(read(certificate)));
    }

    private boolean dismissQuietly(PartyId party) {
        return database.sql("delete from exchange.hi1_party where party = :party")
                        .param("party", party.value())
                        .update()
                > 0;
    }

    private static URI usualUrl(URI card) {
        return URI.create("https://" + card.getHost() + ":" + Hi1Settings.USUAL_PORT + Hi1Party.PATH);
    }

    /** A card's certificates name their party; whether it is really that card's is compared afterwards. */
    private static Optional<PartyId> namedIn(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(it -> it.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst()
                            .map(PartyId::new);
        } catch (InvalidNameException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isValidNow(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(wallClock.instant()));
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static void requireHttps(URI url) {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("HI-1 is spoken over HTTPS alone. Write an address like "
                    + "https://node.example:8443/hi1 instead of \"" + url + "\".");
        }
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException("A certificate that was read can be written.", e);
        }
    }

    private static X509Certificate read(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("A certificate that was stored can be read.", e);
        }
    }
}
