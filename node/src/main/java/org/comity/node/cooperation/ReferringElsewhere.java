package org.comity.node.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.journal.Journaled;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A matter that is no request for cooperation against crime goes to whom it concerns; as long as it is there, no request is begun
 * from its case file.
 */
@Service
@Transactional
public class ReferringElsewhere {

    /** What it is instead. */
    public enum Matter {
        /** A threat to networks without an offence to investigate: for a computer security incident response team. */
        INCIDENT,
        /** Conduct of a State: for the forums where States speak about their security. */
        STATE_CONDUCT,
        /** Neither: for a court, a regulator, or another service. */
        OTHER;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param institution to which it went */
    public record Referral(UUID id, Matter matter, String institution, String reason, String by, Instant at) {}

    record Step(CaseFile caseFile, String what, String actor, Map<String, Object> details) implements Journaled {
        @Override
        public String subject() {
            return "case-file:" + caseFile.id();
        }
    }

    private final Visibility visibility;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferringElsewhere(Visibility visibility, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.visibility = visibility;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Referral> of(Person person, String reference) {
        return standing(visibility.caseFile(person, reference));
    }

    public Referral refer(Person person, String reference, Matter matter, String institution, String reason) {
        Permissions.drafter(person);
        var caseFile = visibility.caseFile(person, reference);
        requireHere(caseFile);
        var referral = new Referral(
                UUID.randomUUID(),
                matter,
                Permissions.said("institution", institution, "cooperation.refused.referral-institution"),
                Permissions.said("reason", reason, "cooperation.refused.referral-reason"),
                person.name(),
                clock.instant());
        jdbc.sql("""
                        insert into cooperation.referral (id, case_file, matter, institution, reason, said_by, said_at)
                        values (:id, :file, :matter, :institution, :reason, :by, :at)
                        """)
                .param("id", referral.id())
                .param("file", caseFile.id().value())
                .param("matter", matter.name())
                .param("institution", referral.institution())
                .param("reason", referral.reason())
                .param("by", referral.by())
                .param("at", Times.stored(referral.at()))
                .update();
        events.publishEvent(new Step(caseFile, "case-file-referred", person.name(), Map.of("matter", matter.token())));
        return referral;
    }

    public void takeBack(Person person, String reference) {
        Permissions.drafter(person);
        var caseFile = visibility.caseFile(person, reference);
        var gone = jdbc.sql("""
                        update cooperation.referral set taken_back_at = :at
                        where case_file = :file and taken_back_at is null
                        """)
                .param("at", Times.stored(clock.instant()))
                .param("file", caseFile.id().value())
                .update();
        if (gone == 0) {
            throw NotFound.caseFile();
        }
        events.publishEvent(new Step(caseFile, "case-file-referral-taken-back", person.name(), Map.of()));
    }

    /** @throws ActRefused if the matter is with somebody else */
    void requireHere(CaseFile caseFile) {
        standing(caseFile).ifPresent(there -> {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.referred", there.institution()));
        });
    }

    private Optional<Referral> standing(CaseFile caseFile) {
        return jdbc.sql("select * from cooperation.referral where case_file = :file and taken_back_at is null")
                .param("file", caseFile.id().value())
                .query((row, _) -> new Referral(
                        row.getObject("id", UUID.class),
                        Matter.valueOf(row.getString("matter")),
                        row.getString("institution"),
                        row.getString("reason"),
                        row.getString("said_by"),
                        Times.read(row, "said_at")))
                .optional();
    }
}
