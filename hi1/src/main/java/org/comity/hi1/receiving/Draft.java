package org.comity.hi1.receiving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.hi1.EndpointId;
import org.comity.hi1.HI1Object;
import org.comity.hi1.QualifiedDateTime;

/** A counterpart's shelf as the actions of one request would leave it. Nothing is stored before all of them succeeded. */
final class Draft {

    private final Hi1Objects objects;
    private final EndpointId counterpart;
    private final Map<UUID, HI1Object> changed = new LinkedHashMap<>();
    private final List<Taken.Change> changes = new ArrayList<>();
    private final Set<UUID> failed = new HashSet<>();

    Draft(Hi1Objects objects, EndpointId counterpart) {
        this.objects = objects;
        this.counterpart = counterpart;
    }

    Optional<HI1Object> find(UUID identifier) {
        var here = changed.get(identifier);
        return here == null ? objects.find(counterpart, identifier) : Optional.of(here);
    }

    Stream<HI1Object> all() {
        return Stream.concat(
                        objects.of(counterpart).stream().filter(it -> !changed.containsKey(it.identifier())),
                        changed.values().stream())
                .sorted(Comparator.comparing(Draft::changedAt));
    }

    private static Instant changedAt(HI1Object object) {
        return object.base().lastChanged().map(QualifiedDateTime::toInstant).orElse(Instant.MIN);
    }

    void put(int action, Taken.Verb verb, HI1Object object) {
        changed.put(object.identifier(), object);
        changes.add(new Taken.Change(action, verb, object));
    }

    /** Remembers an object that an earlier action of the same request failed to make. */
    void notMade(UUID identifier) {
        failed.add(identifier);
    }

    boolean wasNotMade(UUID identifier) {
        return failed.contains(identifier);
    }

    List<Taken.Change> changes() {
        return List.copyOf(changes);
    }

    void save() {
        changed.values().forEach(it -> objects.save(counterpart, it));
    }
}
