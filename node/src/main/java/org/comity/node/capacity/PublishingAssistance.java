package org.comity.node.capacity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.gazette.AnnouncementKind;
import org.comity.node.gazette.OwnGazette;
import org.comity.node.gazette.Published;
import org.comity.node.gazette.TakingOver;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes needs and offers public as signed notes, from which whoever follows this node takes them over. */
@Service
public class PublishingAssistance {

    private final KeepingRegister register;
    private final OwnGazette gazette;

    PublishingAssistance(KeepingRegister register, OwnGazette gazette) {
        this.register = register;
        this.gazette = gazette;
    }

    public Optional<Published> noteOf(Kind kind, String id) {
        return kind.isPublished()
                ? gazette.standingAbout(KeepingRegister.about(kind, id)).stream()
                        .findFirst()
                : Optional.empty();
    }

    /** A statement to everybody, so never a program's. What was said before of the same is taken back. */
    @Transactional
    public Published publish(Person by, Kind kind, String id) {
        var entry = register.find(kind, id)
                .orElseThrow(() -> CapacityRefused.of("id", "kept.refused.absent"))
                .it();
        CapacityAccess.need(
                !by.machine() && kind.isPublished() && CapacityAccess.mayChange(by, kind, entry),
                "capacity.refused.publish");
        if (!entry.stands()) {
            throw CapacityRefused.of("act", "capacity.refused.ended");
        }
        var about = KeepingRegister.about(kind, id);
        gazette.standingAbout(about)
                .forEach(note -> gazette.revoke(note.position(), "A newer note takes its place", by.name()));
        return gazette.publish(announced(kind), about, entry.title(), content(kind, entry), by.name());
    }

    static AnnouncementKind announced(Kind kind) {
        return kind == Kind.NEED ? AnnouncementKind.NEED : AnnouncementKind.OFFER;
    }

    private static Map<String, Object> content(Kind kind, Entry entry) {
        var cells = new LinkedHashMap<String, Object>();
        kind.fields().stream()
                .filter(field -> entry.cells().containsKey(field.name()))
                .forEach(field -> cells.put(
                        field.name(), field.isMany() ? entry.parts(field.name()) : List.of(entry.cell(field.name()))));
        return Map.of("text", entry.cell("text"), TakingOver.ENTRY, cells);
    }
}
