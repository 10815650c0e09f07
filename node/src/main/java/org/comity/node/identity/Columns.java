package org.comity.node.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How this room's values stand in its tables. */
final class Columns {

    private Columns() {}

    static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static Set<Role> roles(@Nullable Array names) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        if (names != null) {
            Arrays.stream((String[]) names.getArray()).map(Role::valueOf).forEach(roles::add);
        }
        return roles;
    }

    static Set<String> texts(Array texts) throws SQLException {
        return Set.of((String[]) texts.getArray());
    }

    static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Delegation delegation(ResultSet row) throws SQLException {
        return new Delegation(
                row.getObject("id", UUID.class),
                person(row, "given_by"),
                row.getString("giver"),
                person(row, "taken_by"),
                row.getString("taker"),
                roles(row.getArray("roles")),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getString("because"),
                maybe(row, "ended_at"));
    }
}
