package org.comity.node.notice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.comity.node.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each person said about being told. */
@Repository
public class WishesOfPeople {

    private final JdbcClient jdbc;

    WishesOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Wishes of(PersonId person) {
        return jdbc.sql("select * from notice.wishes where person = :person")
                .param("person", person.value())
                .query((row, number) -> wishes(row))
                .optional()
                .orElse(Wishes.UNSAID);
    }

    public void keep(PersonId person, Wishes wishes) {
        jdbc.sql("""
                        insert into notice.wishes (person, mail, shown, mailed, quiet_from, quiet_until, zone)
                        values (:person, :mail, :shown, :mailed, :from, :until, :zone)
                        on conflict (person) do update
                        set mail = :mail, shown = :shown, mailed = :mailed,
                            quiet_from = :from, quiet_until = :until, zone = :zone
                        """)
                .param("person", person.value())
                .param("mail", wishes.mail().orElse(null))
                .param("shown", names(wishes.shown()))
                .param("mailed", names(wishes.mailed()))
                .param("from", wishes.quiet().map(Wishes.Quiet::from).orElse(null), Types.TIME)
                .param("until", wishes.quiet().map(Wishes.Quiet::until).orElse(null), Types.TIME)
                .param("zone", wishes.quiet().map(quiet -> quiet.zone().getId()).orElse("UTC"))
                .update();
    }

    private static Wishes wishes(ResultSet row) throws SQLException {
        var from = row.getObject("quiet_from", LocalTime.class);
        var until = row.getObject("quiet_until", LocalTime.class);
        return new Wishes(
                Optional.ofNullable(row.getString("mail")),
                kinds(row.getArray("shown")),
                kinds(row.getArray("mailed")),
                from == null || until == null
                        ? Optional.empty()
                        : Optional.of(new Wishes.Quiet(from, until, ZoneId.of(row.getString("zone")))));
    }

    private static String[] names(Set<NoticeKind> kinds) {
        return kinds.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Set<NoticeKind> kinds(Array names) throws SQLException {
        var kept = Set.of((String[]) names.getArray());
        var kinds = EnumSet.noneOf(NoticeKind.class);
        Arrays.stream(NoticeKind.values())
                .filter(kind -> kept.contains(kind.name()))
                .forEach(kinds::add);
        return kinds;
    }
}
