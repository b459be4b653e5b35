package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.restored.Recovery;
import io.cloudpbx.messaging.restored.Recovery.Found;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Not every database tells it to everybody. One that fails to tell it is not another for that. */
    private String server() {
        boolean tells = jdbc.sql("""
                        select exists (select from pg_proc
                            where proname = 'pg_control_system' and has_function_privilege(oid, 'execute'))""").query(Boolean.class).single();
        return tells
                ? jdbc.sql("select system_identifier::text from pg_control_system()")
                        .query(String.class)
                        .single()
                : "";
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

    /** It is still there, unless another has taken its place: then nobody but whoever recognises that may write when the first was last seen. */
    public void seen() {
        jdbc.sql("update database_home set seen_at = clock_timestamp() where place = :place")
                .param("place", place())
                .update();
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
                        row.getInt("deliveries"),
                        row.getInt("texts"),
                        row.getInt("strangers"),
                        row.getInt("back"),
                        row.getInt("arrived")),
                began.plus(LISTS_LAG));
    }

    /** When the oldest of those backups was made of which this database was restored since then. */
    public Optional<Instant> restoredFrom(Instant since) {
        return jdbc.sql("select min(since) as backup from recovery where began_at > :since")
                .param("since", Columns.utc(since))
                .query((row, index) -> Optional.ofNullable(Columns.instantOrNull(row, "backup")))
                .single();
    }

    public Instant now() {
        return jdbc.sql("select clock_timestamp() as now")
                .query((row, index) -> Columns.instant(row, "now"))
                .single();
    }

    /**
     * Unless one that began later is through already.
     *
     * @param arrived since the backup; what was sent is counted as it is found, and known by the next
     */
    public void compared(long id, Instant from, int arrived) {
        jdbc.sql("""
                        update recovery
                        set compared_from = :from, problem = '', arrived = :arrived
                        where id = :id and resumed_at is null and (compared_from is null or compared_from < :from)""")
                .param("id", id)
                .param("from", Columns.utc(from))
                .param("arrived", arrived)
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

    /** The same for what nobody waits for. @param back of them, in their conversations */
    public void strangers(long id, int strangers, int back) {
        jdbc.sql("update recovery set strangers = strangers + :strangers, back = back + :back where id = :id")
                .param("id", id)
                .param("strangers", strangers)
                .param("back", back)
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
