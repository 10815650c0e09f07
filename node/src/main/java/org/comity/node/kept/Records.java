package org.comity.node.kept;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.comity.node.frame.Said;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records of one kind with every version they ever had. What ships with the node is there without a row; the first change
 * copies it. Each change is journaled within its transaction.
 */
public final class Records<T> {

    private final String kind;
    private final Class<T> type;
    private final Function<T, String> id;
    private final Supplier<List<T>> shipped;
    private final Room room;

    /**
     * The room that keeps them, in the tables {@code kept} and {@code change} of its schema.
     *
     * @param name of the room and its schema
     * @param refusal makes the room's own exception of a field and of what is said
     */
    public record Room(
            String name,
            BiFunction<String, Said, RuntimeException> refusal,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {

        private JdbcClient.StatementSpec sql(String text) {
            return jdbc.sql(text.replace("room.", name + "."));
        }
    }

    public Records(String kind, Class<T> type, Function<T, String> id, Supplier<List<T>> shipped, Room room) {
        this.kind = kind;
        this.type = type;
        this.id = id;
        this.shipped = shipped;
        this.room = room;
    }

    /** Shipped ones in their order, each as it stands here, then the others in the order of their coming. */
    public List<Held<T>> all() {
        var all = new LinkedHashMap<String, Held<T>>();
        shipped.get().forEach(it -> all.put(id.apply(it), new Held<>(it, 0)));
        room.sql("select version, content from room.kept where kind = :kind order by added_at, id")
                .param("kind", kind)
                .query((row, number) ->
                        new Held<>(KeptJson.read(row.getString("content"), type), row.getLong("version")))
                .list()
                .forEach(held -> all.put(id.apply(held.it()), held));
        return List.copyOf(all.values());
    }

    public Optional<Held<T>> find(String key) {
        return stored(key, "").or(() -> came(key));
    }

    private Optional<Held<T>> came(String key) {
        return shipped.get().stream()
                .filter(it -> id.apply(it).equals(key))
                .findFirst()
                .map(it -> new Held<>(it, 0));
    }

    private Optional<Held<T>> stored(String key, String lock) {
        return room.sql("select version, content from room.kept where kind = :kind and id = :id" + lock)
                .param("kind", kind)
                .param("id", key)
                .query((row, number) ->
                        new Held<>(KeptJson.read(row.getString("content"), type), row.getLong("version")))
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    public Held<T> hold(String key) {
        return stored(key, " for update")
                .or(() -> came(key))
                .orElseThrow(() -> room.refusal.apply("id", Said.of("kept.refused.absent")));
    }

    public Held<T> add(T it, String by, String what) {
        if (find(id.apply(it)).isPresent()) {
            throw room.refusal.apply("id", Said.of("kept.refused.there-already", id.apply(it)));
        }
        return write(it, 1, by, what);
    }

    /** @param version that the person saw; who saw an older one is refused */
    public Held<T> change(String key, long version, UnaryOperator<T> change, String by, String what) {
        var before = hold(key);
        if (before.version() != version) {
            throw room.refusal.apply("version", Said.of("kept.refused.changed-meanwhile"));
        }
        return keep(before, change.apply(before.it()), by, what);
    }

    /** As {@link #change}, of what was held by {@link #hold}. */
    public Held<T> keep(Held<T> before, T after, String by, String what) {
        return after.equals(before.it()) ? before : write(after, before.version() + 1, by, what);
    }

    private Held<T> write(T it, long version, String by, String what) {
        var content = KeptJson.write(it);
        var now = room.clock.instant();
        int written = room.sql("""
                        insert into room.kept (kind, id, version, content, added_at)
                        values (:kind, :id, :version, :content::jsonb, :now)
                        on conflict (kind, id) do update set version = excluded.version, content = excluded.content
                        where room.kept.version = excluded.version - 1
                        """)
                .param("kind", kind)
                .param("id", id.apply(it))
                .param("version", version)
                .param("content", content)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (written == 0) {
            throw room.refusal.apply("version", Said.of("kept.refused.changed-meanwhile"));
        }
        room.sql("""
                        insert into room.change (kind, id, version, at, by, what, content)
                        values (:kind, :id, :version, :now, :by, :what, :content::jsonb)
                        """)
                .param("kind", kind)
                .param("id", id.apply(it))
                .param("version", version)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("what", what)
                .param("content", content)
                .update();
        room.events.publishEvent(new RecordStep(room.name(), kind, id.apply(it), version, what, by, sha256(content)));
        return new Held<>(it, version);
    }

    /** The latest first. */
    public List<Change> history(String key) {
        return room.sql(
                        "select version, at, by, what from room.change where kind = :kind and id = :id order by version desc")
                .param("kind", kind)
                .param("id", key)
                .query((row, number) -> new Change(
                        row.getLong("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by"),
                        row.getString("what")))
                .list();
    }

    public Optional<T> version(String key, long version) {
        return room.sql("select content from room.change where kind = :kind and id = :id and version = :version")
                .param("kind", kind)
                .param("id", key)
                .param("version", version)
                .query((row, number) -> KeptJson.read(row.getString("content"), type))
                .optional();
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
