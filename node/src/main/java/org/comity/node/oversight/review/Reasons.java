package org.comity.node.oversight.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a case says on each point of a review, by the view {@code oversight.request_reason}. */
@Repository
class Reasons {

    private final JdbcClient jdbc;

    Reasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param label key of what the text answers */
    record Reason(Point point, String label, String text) {}

    /** @param owners who answers for it: whoever drafted it or works on it */
    record Reasoned(
            UUID id,
            String reference,
            Optional<String> caseFile,
            String kind,
            Optional<String> counterpart,
            List<UUID> owners,
            List<Reason> reasons) {}

    Optional<Reasoned> of(UUID request) {
        return jdbc.sql("select * from oversight.request_reason where id = :id")
                .param("id", request)
                .query(Reasons::read)
                .optional();
    }

    private static Reasoned read(ResultSet row, int number) throws SQLException {
        var reasons = new ArrayList<Reason>();
        add(reasons, Point.NECESSITY, "necessity", row.getString("necessity"));
        add(reasons, Point.NECESSITY, "checked", row.getString("checked_necessity"));
        add(reasons, Point.PROPORTIONALITY, "proportionality", row.getString("proportionality"));
        add(reasons, Point.PROPORTIONALITY, "checked", row.getString("checked_proportionality"));
        add(reasons, Point.LEGAL_BASIS, "provision", row.getString("provision"));
        add(reasons, Point.LEGAL_BASIS, "legality", row.getString("legality"));
        add(reasons, Point.LEGAL_BASIS, "own-law", row.getString("own_law"));
        add(reasons, Point.LEGAL_BASIS, "checked", row.getString("checked_legality"));
        add(reasons, Point.JUDICIAL_AUTHORISATION, "proceeding", row.getString("proceeding"));
        add(reasons, Point.JUDICIAL_AUTHORISATION, "reviewed-by", row.getString("reviewed_by"));
        add(reasons, Point.JUDICIAL_AUTHORISATION, "approved-by", row.getString("approver_name"));
        add(reasons, Point.NOTIFICATION, "user-told", row.getString("user_told_at"));
        add(reasons, Point.NOTIFICATION, "user-due", row.getString("user_due_at"));
        add(reasons, Point.NOTIFICATION, "authority", row.getBoolean("notified") ? "✓" : "");
        if (row.getBoolean("silence")) {
            add(reasons, Point.GAG, "silence", row.getString("silence_reason"));
            add(reasons, Point.GAG, "silence-until", row.getString("silence_until"));
        }
        return new Reasoned(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                Optional.ofNullable(row.getString("case_file")),
                row.getString("kind"),
                Optional.ofNullable(row.getString("counterpart")),
                Stream.of(row.getObject("drafter", UUID.class), row.getObject("assigned", UUID.class))
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList(),
                reasons);
    }

    private static void add(List<Reason> reasons, Point point, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            reasons.add(new Reason(point, label, text));
        }
    }
}
