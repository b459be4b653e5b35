package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.restored.Recovery;
import io.cloudpbx.messaging.restored.Recovery.Found;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code database_home} and {@code recovery}, by the database's clock. */
@Repository
public class RecoveryRows {
    /** The carrier's lists show a text a while after it has it. */
    private static final Duration LISTS_LAG = Duration.ofMinutes(3);

    private final JdbcClient jdbc;

    RecoveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where this database is: a server, a database in it and a table in that, none of which a restored dump has in common with what it
     * was made of. A server to which another took over has all of them.
     */
    public String place() {
        return jdbc.sql("""
                        select d.oid || '/' || 'database_home'::regclass::oid from pg_database d
                        where d.datname = current_database()""").query(String.class).single() + "/" + server();
    }

    /** Not every database tells it to everybody. */
    private String server() {
        try {
            return jdbc.sql("select system_identifier::text from pg_control_system()")
                    .query(String.class)
                    .single();
        } catch (DataAccessException untold) {
            return "";
        }
    }

    /** Where it was last time. */
    public record Home(@Nullable String place, Instant seenAt) {}

    /** Held until the transaction ends. */
    public Home home() {
        return jdbc.sql("select place, seen_at from database_home for update")
                .query((row, index) -> new Home(row.getString("place"), Columns.instant(row, "seen_at")))
                .single();
    }

    public void isAt(String place) {
        jdbc.sql("update database_home set place = :place, seen_at = clock_timestamp()")
                .param("place", place)
                .update();
    }

    /** It is still there. */
    public void seen() {
        jdbc.sql("update database_home set seen_at = clock_timestamp()").update();
    }

    /** Anew, where the backup was of one that was not resumed. */
    public void begin(Instant since) {
        jdbc.sql("""
                        insert into recovery (since) values (:since)
                        on conflict ((true)) where resumed_at is null do update
                        set began_at = clock_timestamp(), compared_from = null""").param("since", Columns.utc(since)).update();
    }

    public boolean isOpen() {
        return jdbc.sql("select exists (select from recovery where resumed_at is null)")
                .query(Boolean.class)
                .single();
    }

    public Optional<Recovery> open() {
        return jdbc.sql("select * from recovery where resumed_at is null")
                .query(RecoveryRows::read)
                .optional();
    }

    private static Recovery read(ResultSet row, int index) throws SQLException {
        Instant began = Columns.instant(row, "began_at");
        return new Recovery(
                row.getLong("id"),
                began,
                Columns.instant(row, "since"),
                Columns.instantOrNull(row, "compared_from"),
                row.getString("problem"),
                new Found(
                        row.getInt("deliveries"), row.getInt("texts"), row.getInt("strangers"), row.getInt("arrived")),
                began.plus(LISTS_LAG));
    }

    public Instant now() {
        return jdbc.sql("select clock_timestamp() as now")
                .query((row, index) -> Columns.instant(row, "now"))
                .single();
    }

    /**
     * Unless one that began later is through already.
     *
     * @param found by this comparison; deliveries and texts are counted as they are found, and known by the next
     */
    public void compared(long id, Instant from, Found found) {
        jdbc.sql("""
                        update recovery
                        set compared_from = :from, problem = '', strangers = :strangers, arrived = :arrived
                        where id = :id and resumed_at is null and (compared_from is null or compared_from < :from)""")
                .param("id", id)
                .param("from", Columns.utc(from))
                .param("strangers", found.strangers())
                .param("arrived", found.arrived())
                .update();
    }

    /** As they are found, in the transactions that write them down. */
    public void found(long id, int deliveries, int texts) {
        jdbc.sql("update recovery set deliveries = deliveries + :deliveries, texts = texts + :texts where id = :id")
                .param("id", id)
                .param("deliveries", deliveries)
                .param("texts", texts)
                .update();
    }

    public void failed(long id, String problem) {
        jdbc.sql("update recovery set problem = :problem where id = :id and resumed_at is null")
                .param("id", id)
                .param("problem", problem)
                .update();
    }

    /** False when somebody else was first. */
    public boolean resume(long id, String by) {
        return jdbc.sql("""
                        update recovery set resumed_at = clock_timestamp(), resumed_by = :by
                        where id = :id and resumed_at is null""").param("id", id).param("by", by).update() == 1;
    }
}
