package org.comity.node.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.law.Jurisdiction;
import org.comity.law.Jurisdiction.Connection;
import org.comity.law.JurisdictionRule.Link;
import org.comity.law.StateCode;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.journal.Journaled;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What ties a case to which States, what treaties make of it, and what the States that can claim it agreed on (ETS 185 article
 * 22(5), UNTOC article 15(5)).
 */
@Service
@Transactional
public class WeighingJurisdiction {

    private static final int LONGEST = 2_000;

    private final Visibility visibility;
    private final CurrentLaw law;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WeighingJurisdiction(
            Visibility visibility, CurrentLaw law, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.visibility = visibility;
        this.law = law;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A fact, and why somebody holds it to be true. */
    public record Tie(UUID id, StateCode state, Link link, String reason, String by, Instant at) {}

    /** What was agreed with another State. */
    public record Consultation(UUID id, StateCode state, LocalDate on, String outcome, String by, Instant at) {}

    /** All of a case: the facts, what follows from them today, and what was agreed. */
    public record Weighed(List<Tie> ties, Jurisdiction.Answer answer, List<Consultation> consultations) {}

    record Step(CaseFile caseFile, String what, String actor, Map<String, Object> details) implements Journaled {
        @Override
        public String subject() {
            return "case-file:" + caseFile.id();
        }
    }

    @Transactional(readOnly = true)
    public Weighed of(Person person, String reference) {
        var caseFile = visibility.caseFile(person, reference);
        var ties = ties(caseFile);
        var answer = new Jurisdiction(law.now())
                .over(
                        ties.stream()
                                .map(tie -> new Connection(tie.state(), tie.link()))
                                .toList(),
                        clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
        return new Weighed(ties, answer, consultations(caseFile));
    }

    public Tie tie(Person person, String reference, StateCode state, Link link, String reason) {
        var caseFile = drafted(person, reference);
        if (law.now().state(state).isEmpty() || !link.isFact()) {
            throw new ActRefused.Malformed("state", Said.of("cooperation.refused.tie"));
        }
        if (ties(caseFile).stream().anyMatch(tie -> tie.state().equals(state) && tie.link() == link)) {
            throw new ActRefused.Malformed("link", Said.of("cooperation.refused.tie-twice"));
        }
        var tie = new Tie(
                UUID.randomUUID(),
                state,
                link,
                said("reason", reason, "cooperation.refused.tie-reason"),
                person.name(),
                clock.instant());
        jdbc.sql("""
                        insert into cooperation.tie (id, case_file, state, link, reason, said_by, said_at)
                        values (:id, :file, :state, :link, :reason, :by, :at)
                        """)
                .param("id", tie.id())
                .param("file", caseFile.id().value())
                .param("state", state.value())
                .param("link", link.name())
                .param("reason", tie.reason())
                .param("by", tie.by())
                .param("at", Times.stored(tie.at()))
                .update();
        tell(caseFile, "jurisdiction-tie-said", person, Map.of("state", state.value(), "link", link.code()));
        return tie;
    }

    public void takeBack(Person person, String reference, UUID id) {
        var caseFile = drafted(person, reference);
        var gone = jdbc.sql("""
                        update cooperation.tie set taken_back_at = :at
                        where id = :id and case_file = :file and taken_back_at is null
                        """)
                .param("at", Times.stored(clock.instant()))
                .param("id", id)
                .param("file", caseFile.id().value())
                .update();
        if (gone == 0) {
            throw NotFound.caseFile();
        }
        tell(caseFile, "jurisdiction-tie-taken-back", person, Map.of("tie", id.toString()));
    }

    public Consultation consulted(Person person, String reference, StateCode with, LocalDate on, String outcome) {
        var caseFile = drafted(person, reference);
        if (law.now().state(with).isEmpty()) {
            throw new ActRefused.Malformed("with", Said.of("cooperation.refused.tie"));
        }
        var now = clock.instant();
        if (on.isAfter(now.atZone(ZoneOffset.UTC).toLocalDate())) {
            throw new ActRefused.Malformed("on", Said.of("cooperation.refused.consulted-later"));
        }
        var held = new Consultation(
                UUID.randomUUID(),
                with,
                on,
                said("outcome", outcome, "cooperation.refused.consulted-outcome"),
                person.name(),
                now);
        jdbc.sql("""
                        insert into cooperation.consultation (id, case_file, state, held_on, outcome, said_by, said_at)
                        values (:id, :file, :state, :on, :outcome, :by, :at)
                        """)
                .param("id", held.id())
                .param("file", caseFile.id().value())
                .param("state", with.value())
                .param("on", on)
                .param("outcome", held.outcome())
                .param("by", held.by())
                .param("at", Times.stored(now))
                .update();
        tell(caseFile, "jurisdiction-consulted", person, Map.of("state", with.value(), "on", on.toString()));
        return held;
    }

    private CaseFile drafted(Person person, String reference) {
        Permissions.drafter(person);
        return visibility.caseFile(person, reference);
    }

    private static String said(String field, String text, String otherwise) {
        var said = Permissions.said(field, text, otherwise);
        if (said.length() > LONGEST) {
            throw new ActRefused.Malformed(field, Said.of("cooperation.refused.long", LONGEST));
        }
        return said;
    }

    private void tell(CaseFile caseFile, String what, Person person, Map<String, Object> details) {
        events.publishEvent(new Step(caseFile, what, person.name(), details));
    }

    private List<Tie> ties(CaseFile caseFile) {
        return jdbc.sql("""
                        select * from cooperation.tie
                        where case_file = :file and taken_back_at is null order by said_at, id
                        """)
                .param("file", caseFile.id().value())
                .query((row, _) -> new Tie(
                        row.getObject("id", UUID.class),
                        StateCode.of(row.getString("state")),
                        Link.valueOf(row.getString("link")),
                        row.getString("reason"),
                        row.getString("said_by"),
                        Times.read(row, "said_at")))
                .list();
    }

    private List<Consultation> consultations(CaseFile caseFile) {
        return jdbc
                .sql("select * from cooperation.consultation where case_file = :file")
                .param("file", caseFile.id().value())
                .query((row, _) -> new Consultation(
                        row.getObject("id", UUID.class),
                        StateCode.of(row.getString("state")),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("outcome"),
                        row.getString("said_by"),
                        Times.read(row, "said_at")))
                .stream()
                .sorted(Comparator.comparing(Consultation::on).thenComparing(Consultation::at))
                .toList();
    }
}
