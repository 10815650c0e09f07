package org.comity.node.cooperation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who works on a request; whoever does may see it. */
@Repository
class Assignments {

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(RequestId request, Person person, Instant now) {
        jdbc.sql("""
                        insert into cooperation.assignment (request, person, person_name, assigned_at)
                        values (:request, :person, :name, :at)
                        on conflict (request) do update
                           set person = excluded.person, person_name = excluded.person_name, assigned_at = excluded.assigned_at
                        """)
                .param("request", request.value())
                .param("person", person.id().value())
                .param("name", person.name())
                .param("at", Times.stored(now))
                .update();
    }

    boolean remove(RequestId request) {
        return jdbc.sql("delete from cooperation.assignment where request = :request")
                        .param("request", request.value())
                        .update()
                > 0;
    }

    Optional<Assigned> of(RequestId request) {
        return jdbc.sql("select person, person_name from cooperation.assignment where request = :request")
                .param("request", request.value())
                .query((row, number) ->
                        new Assigned(new PersonId(row.getObject("person", UUID.class)), row.getString("person_name")))
                .optional();
    }

    /** Names, by request. */
    Map<RequestId, String> all() {
        return jdbc
                .sql("select request, person_name from cooperation.assignment")
                .query((row, number) ->
                        Map.entry(new RequestId(row.getObject("request", UUID.class)), row.getString("person_name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
