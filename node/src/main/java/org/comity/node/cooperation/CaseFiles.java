package org.comity.node.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.CaseFileId;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All case files of this node. */
@Repository
class CaseFiles {

    /** The rule of {@link CaseFile#isVisibleTo} as a condition; both are tested against each other. */
    static final String VISIBLE = """
            (:overseer or :person = any (case_file.assigned) or case_file.open_to && string_to_array(:roles, ','))
            """;

    private final JdbcClient jdbc;

    CaseFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseFile caseFile) {
        jdbc.sql("""
                        insert into cooperation.case_file
                               (id, reference, title, offence, facts, opened_by, opened_by_name, opened_at, open_to, assigned)
                        values (:id, :reference, :title, :offence::jsonb, :facts, :openedBy, :openedByName, :openedAt,
                                string_to_array(:openTo, ','), string_to_array(:assigned, ',')::uuid[])
                        """)
                .param("id", caseFile.id().value())
                .param("reference", caseFile.reference())
                .param("title", caseFile.title())
                .param("offence", StoredJson.write(caseFile.offence()))
                .param("facts", caseFile.facts())
                .param("openedBy", caseFile.openedBy().value())
                .param("openedByName", caseFile.openedByName())
                .param("openedAt", Times.stored(caseFile.openedAt()))
                .param("openTo", joined(caseFile.openTo()))
                .param("assigned", joined(caseFile.assigned()))
                .update();
    }

    void reassign(CaseFile caseFile) {
        jdbc.sql("""
                        update cooperation.case_file set assigned = string_to_array(:assigned, ',')::uuid[]
                        where id = :id
                        """)
                .param("id", caseFile.id().value())
                .param("assigned", joined(caseFile.assigned()))
                .update();
    }

    Optional<CaseFile> find(CaseFileId id) {
        return jdbc.sql("select * from cooperation.case_file where id = :id")
                .param("id", id.value())
                .query(CaseFiles::read)
                .optional();
    }

    Optional<CaseFile> find(String reference) {
        return jdbc.sql("select * from cooperation.case_file where reference = :reference")
                .param("reference", reference)
                .query(CaseFiles::read)
                .optional();
    }

    /** Newest first; every word must occur in the reference, title or facts. */
    List<CaseFile> search(Person person, String words, int page, int size) {
        return jdbc.sql("""
                        select * from cooperation.case_file
                        where %s and (case_file.reference || ' ' || title || ' ' || facts) ilike all
                              (select '%%' || word || '%%' from unnest(string_to_array(:words, ' ')) as word)
                        order by opened_at desc, reference desc
                        limit :size offset :skip
                        """.formatted(VISIBLE))
                .params(visibility(person))
                .param("words", words.strip().replaceAll("[%_\\\\]", "").replaceAll("\\s+", " "))
                .param("size", size)
                .param("skip", (long) page * size)
                .query(CaseFiles::read)
                .list();
    }

    static java.util.Map<String, Object> visibility(Person person) {
        return java.util.Map.of(
                "overseer", person.is(Role.OVERSEER), "person", person.id().value(), "roles", joined(person.roles()));
    }

    private static String joined(Set<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }

    private static CaseFile read(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                new CaseFileId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                row.getString("title"),
                StoredJson.read(row.getString("offence"), Offence.class),
                row.getString("facts"),
                new PersonId(row.getObject("opened_by", UUID.class)),
                row.getString("opened_by_name"),
                Times.read(row, "opened_at"),
                Arrays.stream((UUID[]) row.getArray("assigned").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()),
                Arrays.stream((String[]) row.getArray("open_to").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()));
    }
}
