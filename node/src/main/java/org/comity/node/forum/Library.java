package org.comity.node.forum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.node.forum.mandate.Body;
import org.comity.node.forum.mandate.Mandate;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.meeting.Register;
import org.comity.node.kept.KeptJson;
import org.springframework.stereotype.Component;

/**
 * The public record that ships with the node: bodies, mandates and meetings, each with its source. A row that names what is
 * not there, or has no source, is refused on loading.
 */
@Component
class Library {

    private final List<Mandate> mandates;
    private final List<Body> bodies;
    private final List<Meeting> meetings;

    Library() {
        mandates = read("mandates.yaml", Mandate.class);
        bodies = read("bodies.yaml", Body.class);
        meetings =
                ForumFile.rows("meetings.yaml").stream().map(Library::meeting).toList();
        check();
    }

    List<Mandate> mandates() {
        return mandates;
    }

    List<Body> bodies() {
        return bodies;
    }

    List<Meeting> meetings() {
        return meetings;
    }

    static <T> List<T> read(String file, Class<T> type) {
        return ForumFile.rows(file).stream().map(row -> KeptJson.as(type, row)).toList();
    }

    @SuppressWarnings("unchecked")
    private static Meeting meeting(Map<String, Object> row) {
        var rest = new HashMap<>(row);
        var registers = (Map<String, Object>) rest.getOrDefault("registers", Map.of());
        rest.remove("registers");
        var meeting = KeptJson.as(Meeting.class, rest);
        for (var register : Register.values()) {
            if (registers.get(register.token()) instanceof String text) {
                var read = register.read(meeting, text);
                meeting = read.meeting()
                        .orElseThrow(() -> new IllegalStateException(
                                "meetings.yaml, " + row.get("id") + ", " + register.token() + ": " + read.faults()));
            }
        }
        return meeting;
    }

    private void check() {
        var bodyIds = ids(bodies, Body::id);
        var mandateIds = ids(mandates, Mandate::id);
        mandates.forEach(mandate -> {
            need(bodyIds.containsAll(mandate.bodies()), mandate.id());
            need(!mandate.provenance().source().isEmpty(), mandate.id());
        });
        bodies.forEach(body -> {
            need(body.parent().isEmpty() || bodyIds.contains(body.parent()), body.id());
            need(!body.provenance().source().isEmpty(), body.id());
            body.workplan().forEach(theme -> need(mandateIds.contains(theme.mandate()), body.id()));
            body.offices().forEach(office -> need(!office.basis().isEmpty(), body.id()));
        });
        meetings.forEach(meeting -> {
            need(bodyIds.contains(meeting.body()), meeting.id());
            need(mandateIds.contains(meeting.mandate()), meeting.id());
            need(!meeting.provenance().source().isEmpty(), meeting.id());
        });
    }

    private static <T> Set<String> ids(List<T> rows, Function<T, String> id) {
        var ids = rows.stream().map(id).collect(Collectors.toSet());
        need(ids.size() == rows.size(), "an id stands twice");
        return ids;
    }

    private static void need(boolean holds, String where) {
        if (!holds) {
            throw new IllegalStateException("The record of the forum is unsound at " + where + ".");
        }
    }
}
