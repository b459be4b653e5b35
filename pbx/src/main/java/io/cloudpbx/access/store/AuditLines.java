package io.cloudpbx.access.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit log as it is read, newest first. */
@Repository
public class AuditLines {
    private final JdbcClient jdbc;

    AuditLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which lines; what is null asks for nothing.
     *
     * @param actor a user's id, or the e-mail address that was typed
     * @param from the first instant
     * @param until the first instant that is no longer asked for
     */
    public record Wanted(
            @Nullable String actor,
            @Nullable String action,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** @param before the last line of the page before; {@link Long#MAX_VALUE} for the newest */
    public List<AuditLine> before(long before, Wanted wanted, int most) {
        return jdbc.sql("""
                select l.*, u.name from audit_log l left join users u on u.id::text = l.actor
                where l.id < :before
                    and (:actor::text is null or l.actor = :actor)
                    and (:action::text is null or l.action = :action)
                    and (:from::timestamptz is null or l.at >= :from)
                    and (:until::timestamptz is null or l.at < :until)
                order by l.id desc limit :most
                """)
                .param("before", before)
                .param("actor", wanted.actor())
                .param("action", wanted.action())
                .param(
                        "from",
                        Optional.ofNullable(wanted.from()).map(Times::utc).orElse(null))
                .param(
                        "until",
                        Optional.ofNullable(wanted.until()).map(Times::utc).orElse(null))
                .param("most", most)
                .query((row, number) -> new AuditLine(
                        row.getLong("id"),
                        Times.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("action"),
                        row.getString("object"),
                        row.getString("detail")))
                .list();
    }

    /** Everything that was ever done, by name; the index is walked from one to the next. */
    public List<String> actions() {
        return jdbc.sql("""
                with recursive actions as (
                    (select action from audit_log order by action limit 1)
                    union all
                    select (select l.action from audit_log l where l.action > a.action order by l.action limit 1)
                    from actions a where a.action is not null)
                select action from actions where action is not null
                """).query((row, number) -> row.getString("action")).list();
    }
}
