package org.comity.hi1.receiving;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.EndpointId;
import org.comity.hi1.HI1Object;
import org.comity.hi1.QualifiedDateTime;

/** Objects and answers in memory. */
final class Shelves implements Hi1Objects {

    private final Map<EndpointId, Map<UUID, HI1Object>> shelves = new HashMap<>();
    final Answers answers = new Answers();

    @Override
    public Optional<HI1Object> find(EndpointId counterpart, UUID identifier) {
        return Optional.ofNullable(shelf(counterpart).get(identifier));
    }

    @Override
    public List<HI1Object> of(EndpointId counterpart) {
        return shelf(counterpart).values().stream()
                .sorted(Comparator.comparing(it -> it.base()
                        .lastChanged()
                        .map(QualifiedDateTime::toInstant)
                        .orElse(Instant.MIN)))
                .toList();
    }

    @Override
    public void save(EndpointId counterpart, HI1Object object) {
        shelf(counterpart).put(object.identifier(), object);
    }

    int size() {
        return shelves.values().stream().mapToInt(Map::size).sum();
    }

    private Map<UUID, HI1Object> shelf(EndpointId counterpart) {
        return shelves.computeIfAbsent(counterpart, it -> new HashMap<>());
    }

    static final class Answers implements Hi1Answers {

        private final Map<List<Object>, Given> given = new HashMap<>();

        @Override
        public Optional<Given> find(EndpointId sender, UUID transaction) {
            return Optional.ofNullable(given.get(List.of(sender, transaction)));
        }

        @Override
        public void save(EndpointId sender, UUID transaction, Given answer) {
            given.put(List.of(sender, transaction), answer);
        }
    }
}
