package io.cloudpbx.missedcalls.store;

import io.cloudpbx.listing.Cursor;
import io.cloudpbx.missedcalls.MissedCall;
import io.cloudpbx.missedcalls.MissedCall.Done;
import io.cloudpbx.missedcalls.MissedCall.How;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code missed_call} and {@code missed_call_miss}: an item, and the calls that it counts. */
@Repository
public class MissedCallRows {
    private static final String SELECT = """
            select m.*, (select call_id from missed_call_miss where missed_call_id = m.id order by at desc, call_id limit 1) as last_call
            from missed_call m
            """;

    private final JdbcClient jdbc;

    MissedCallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isCounted(UUID callId) {
        return jdbc.sql("select exists (select from missed_call_miss where call_id = :call)")
                .param("call", callId)
                .query(Boolean.class)
                .single();
    }

    /** Whether it is counted by an item that nobody has seen to. */
    public boolean waits(UUID callId) {
        return jdbc.sql("""
                        select exists (select from missed_call_miss i join missed_call m on m.id = i.missed_call_id
                                       where i.call_id = :call and m.done_at is null)""").param("call", callId).query(Boolean.class).single();
    }

    /** One more miss in the caller's open item, which is made when there is none; of two at once, one makes it. */
    public UUID countIn(@Nullable PhoneNumber caller, Instant at, boolean wish) {
        return jdbc.sql("""
                        insert into missed_call (id, caller, misses, first_at, last_at, wants_call_back, version)
                        values (:id, :caller, 1, :at, :at, :wish, 1)
                        on conflict (caller) where done_at is null do update
                        set misses = missed_call.misses + 1, first_at = least(missed_call.first_at, excluded.first_at),
                            last_at = greatest(missed_call.last_at, excluded.last_at),
                            wants_call_back = missed_call.wants_call_back or excluded.wants_call_back, version = missed_call.version + 1
                        returning id""")
                .param("id", UUID.randomUUID())
                .param("caller", caller == null ? null : caller.e164())
                .param("at", utc(at))
                .param("wish", wish)
                .query(UUID.class)
                .single();
    }

    public void count(UUID callId, UUID id, Instant at) {
        jdbc.sql("insert into missed_call_miss (call_id, missed_call_id, at) values (:call, :id, :at)")
                .param("call", callId)
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    /** An item that counts nothing any more is gone. */
    public Optional<UUID> takeBack(UUID callId) {
        Optional<UUID> id = jdbc.sql("delete from missed_call_miss where call_id = :call returning missed_call_id")
                .param("call", callId)
                .query(UUID.class)
                .optional();
        id.ifPresent(this::recount);
        return id;
    }

    private void recount(UUID id) {
        jdbc.sql("delete from missed_call where id = :id and misses = 1")
                .param("id", id)
                .update();
        jdbc.sql("""
                        update missed_call set misses = left_over.misses, first_at = left_over.first_at, last_at = left_over.last_at,
                            version = version + 1
                        from (select count(*) as misses, min(at) as first_at, max(at) as last_at
                              from missed_call_miss where missed_call_id = :id) as left_over
                        where id = :id""").param("id", id).update();
    }

    /** @param textId which settled it; null for anything else */
    public Optional<UUID> settle(PhoneNumber caller, Instant since, How how, @Nullable UUID textId, Instant now) {
        return jdbc.sql("""
                        update missed_call
                        set done_at = :now, done_how = :how, done_by = null, done_text = :text, version = version + 1
                        where caller = :caller and done_at is null and last_at < :since
                        returning id""")
                .param("now", utc(now))
                .param("how", how.name().toLowerCase(Locale.ROOT))
                .param("text", textId)
                .param("caller", caller.e164())
                .param("since", utc(since))
                .query(UUID.class)
                .optional();
    }

    public Optional<UUID> unsettle(UUID textId) {
        return jdbc.sql("select id from missed_call where done_text = :text and done_how = 'texted'")
                .param("text", textId)
                .query(UUID.class)
                .optional()
                .filter(this::reopen);
    }

    /** False when it was done already. */
    public boolean done(UUID id, UUID who, Instant now) {
        return jdbc.sql("""
                        update missed_call set done_at = :now, done_how = 'marked', done_by = :who, version = version + 1
                        where id = :id and done_at is null""")
                        .param("now", utc(now))
                        .param("who", who)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** False when its caller waits in another by now. */
    public boolean reopen(UUID id) {
        return jdbc.sql("""
                        update missed_call m
                        set done_at = null, done_how = null, done_by = null, done_text = null, version = version + 1
                        where id = :id and done_at is not null
                          and not exists (select from missed_call o where o.caller = m.caller and o.done_at is null)""").param("id", id).update() == 1;
    }

    /** False when it was theirs already. */
    public boolean assign(UUID id, @Nullable UUID who) {
        return jdbc.sql("""
                        update missed_call set owner_id = :who, version = version + 1
                        where id = :id and owner_id is distinct from :who::uuid""").param("who", who).param("id", id).update() == 1;
    }

    public List<UUID> forget(Collection<PhoneNumber> callers) {
        return jdbc.sql("delete from missed_call where caller = any(:callers) returning id")
                .param("callers", callers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    public Optional<MissedCall> find(UUID id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id)
                .query(MissedCallRows::read)
                .optional();
    }

    public List<MissedCall> findAll(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where m.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(MissedCallRows::read)
                .list();
    }

    /** The calls that an item counts, newest first. */
    public List<UUID> callsOf(UUID id) {
        return jdbc.sql(
                        "select call_id from missed_call_miss where missed_call_id = :id order by at desc, call_id limit 100")
                .param("id", id)
                .query((row, index) -> row.getObject("call_id", UUID.class))
                .list();
    }

    public int open() {
        return jdbc.sql("select count(*) from missed_call where done_at is null")
                .query(Integer.class)
                .single();
    }

    /**
     * Which to list, and from where on.
     *
     * @param ownerId null for those of everybody
     */
    public record Selection(
            boolean done, @Nullable UUID ownerId, @Nullable Cursor after) {}

    public List<MissedCall> newest(Selection selection, int limit) {
        Cursor after = selection.after();
        return jdbc.sql(listing(selection.done()))
                .param("owner", selection.ownerId())
                .param("before", after == null ? null : utc(after.at()))
                .param("beforeId", after == null ? null : after.id())
                .param("limit", limit)
                .query(MissedCallRows::read)
                .list();
    }

    /** Written out, as no index serves a predicate that is a parameter, and done items pile up beneath the few that are open. */
    static String listing(boolean done) {
        return SELECT + (done ? "where m.done_at is not null\n" : "where m.done_at is null\n") + """
                          and (:owner::uuid is null or m.owner_id = :owner::uuid)
                          and (:before::timestamptz is null or (m.last_at, m.id) < (:before::timestamptz, :beforeId::uuid))
                        order by m.last_at desc, m.id desc limit :limit""";
    }

    private static MissedCall read(ResultSet row, int index) throws SQLException {
        String caller = row.getString("caller");
        return new MissedCall(
                row.getObject("id", UUID.class),
                caller == null ? null : new PhoneNumber(caller),
                row.getInt("misses"),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_call", UUID.class),
                row.getBoolean("wants_call_back"),
                row.getObject("owner_id", UUID.class),
                done(row),
                row.getLong("version"));
    }

    private static @Nullable Done done(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("done_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Done(
                        at.toInstant(),
                        How.valueOf(row.getString("done_how").toUpperCase(Locale.ROOT)),
                        row.getObject("done_by", UUID.class));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
