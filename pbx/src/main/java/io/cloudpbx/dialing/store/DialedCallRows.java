package io.cloudpbx.dialing.store;

import io.cloudpbx.dialing.DialedCall;
import io.cloudpbx.dialing.DialedCall.State;
import io.cloudpbx.dialing.flow.DialRules.AllUsed;
import io.cloudpbx.dialing.flow.DialRules.Used;
import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dialed_call}. A state only moves on (R3). The log of them is in {@link DialedLogRows}. */
@Repository
public class DialedCallRows {
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;

    DialedCallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one person has called since then; held until the transaction ends, so that two at once do not both take the last. A live call
     * counts as long as it may last, whenever it began.
     */
    public Used lockUsed(UUID userId, Instant since) {
        jdbc.sql("select id from users where id = :user for update")
                .param("user", userId)
                .query(UUID.class)
                .optional();
        return jdbc.sql("""
                        select count(*) as calls,
                            coalesce(sum(case when ended_at is null then longest
                                else extract(epoch from ended_at - created_at) end), 0)::bigint as seconds,
                            coalesce(bool_or(ended_at is null and left_at is null), false) as calling
                        from dialed_call where user_id = :user and (created_at >= :since or ended_at is null)""")
                .param("user", userId)
                .param("since", utc(since))
                .query((row, index) -> new Used(row.getInt("calls"), row.getLong("seconds"), row.getBoolean("calling")))
                .single();
    }

    /** What all have called, counted as above by whoever holds the company's ceilings. */
    public AllUsed allUsed(Instant midnight, Instant now) {
        return jdbc.sql("""
                        select count(*) filter (where created_at > :hour) as last_hour,
                            count(*) filter (where created_at >= :midnight) as today,
                            coalesce(sum(case when ended_at is null then longest
                                else extract(epoch from ended_at - created_at) end)
                                filter (where created_at >= :midnight or ended_at is null), 0)::bigint as seconds
                        from dialed_call where created_at >= :since or ended_at is null""")
                .param("hour", utc(now.minus(HOUR)))
                .param("midnight", utc(midnight))
                .param("since", utc(midnight.isBefore(now.minus(HOUR)) ? midnight : now.minus(HOUR)))
                .query((row, index) ->
                        new AllUsed(row.getInt("last_hour"), row.getInt("today"), row.getLong("seconds")))
                .single();
    }

    public void insert(DialedCall call) {
        jdbc.sql("""
                        insert into dialed_call (id, user_id, user_name, extension_id, phone, from_e164, to_e164, state, rank, outcome,
                            longest, created_at, news_at, why)
                        values (:id, :user, :name, :extension, :phone, :from, :to, 'ready', 0, 'in_progress', :longest, :now, :now, '')""")
                .param("id", call.id())
                .param("user", call.userId())
                .param("name", call.userName())
                .param("extension", call.extensionId())
                .param("phone", call.phone().e164())
                .param("from", call.from().e164())
                .param("to", Objects.requireNonNull(call.to()).e164())
                .param("longest", call.longest())
                .param("now", utc(call.createdAt()))
                .update();
    }

    /** Held until the transaction ends. */
    public Optional<DialedCall> lock(UUID id) {
        return jdbc.sql("select * from dialed_call where id = :id for update")
                .param("id", id)
                .query(DialedCallRows::read)
                .optional();
    }

    public Optional<DialedCall> find(UUID id) {
        return jdbc.sql("select * from dialed_call where id = :id")
                .param("id", id)
                .query(DialedCallRows::read)
                .optional();
    }

    public List<DialedCall> findAll(Collection<UUID> ids) {
        return jdbc.sql("select * from dialed_call where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(DialedCallRows::read)
                .list();
    }

    public boolean isKnown(CarrierId carrierId) {
        return jdbc.sql("select exists (select from dialed_call where carrier_id = :carrier)")
                .param("carrier", carrierId.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether no other call of the same two phones and about the same time may be the one that the carrier shows. */
    public boolean isAlone(DialedCall call, Duration near) {
        return jdbc.sql("""
                        select not exists (select from dialed_call
                            where phone = :phone and from_e164 = :from and carrier_id is null and id <> :id
                              and outcome in ('in_progress', 'not_confirmed') and created_at between :since and :until)""")
                .param("phone", call.phone().e164())
                .param("from", call.from().e164())
                .param("id", call.id())
                .param("since", utc(call.createdAt().minus(near)))
                .param("until", utc(call.createdAt().plus(near)))
                .query(Boolean.class)
                .single();
    }

    /** When it was first looked for at the carrier in vain. */
    public Optional<Instant> missedAt(UUID id) {
        return jdbc.sql("select missed_at from dialed_call where id = :id and missed_at is not null")
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    public void missed(UUID id, Instant now) {
        jdbc.sql("update dialed_call set missed_at = coalesce(missed_at, :now) where id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    /** False when it has moved as far already. */
    public boolean moved(UUID id, State state, Instant now) {
        return jdbc.sql("""
                        update dialed_call
                        set state = :state, rank = :rank, news_at = :now,
                            accepted_at = case when :state = 'connecting' then :now else accepted_at end,
                            answered_at = case when :state = 'talking' then :now else answered_at end
                        where id = :id and rank < :rank""")
                        .param("state", lower(state))
                        .param("rank", state.ordinal())
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    public void placed(UUID id, CarrierId carrierId) {
        jdbc.sql("update dialed_call set carrier_id = coalesce(carrier_id, :carrier) where id = :id")
                .param("carrier", carrierId.value())
                .param("id", id)
                .update();
    }

    /** Told more than once, it ended the first time. */
    public boolean ended(UUID id, Reached outcome, String why, Instant now) {
        return jdbc.sql("""
                        update dialed_call
                        set state = 'ended', rank = :rank, outcome = :outcome, why = :why, ended_at = :now, news_at = :now
                        where id = :id and ended_at is null""")
                        .param("rank", State.ENDED.ordinal())
                        .param("outcome", lower(outcome))
                        .param("why", why)
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whoever began it has hung up, and it goes on. */
    public void left(UUID id, Instant now) {
        jdbc.sql("update dialed_call set left_at = coalesce(left_at, :now), news_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    public void heardOf(UUID id, Instant now) {
        jdbc.sql("update dialed_call set news_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    /** Those that went to one of these numbers and now to none. */
    public List<DialedCall> forget(List<PhoneNumber> numbers) {
        return jdbc.sql("update dialed_call set to_e164 = null where to_e164 = any(:numbers) returning *")
                .param("numbers", numbers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .query(DialedCallRows::read)
                .list();
    }

    public List<DialedCall> live() {
        return jdbc.sql("select * from dialed_call where ended_at is null order by created_at, id")
                .query(DialedCallRows::read)
                .list();
    }

    public int liveCount() {
        return jdbc.sql("select count(*) from dialed_call where ended_at is null")
                .query(Integer.class)
                .single();
    }

    /** Live calls of which nothing was heard since then. */
    public List<DialedCall> quietSince(Instant then) {
        return jdbc.sql("""
                        select * from dialed_call where ended_at is null and carrier_id is not null and news_at < :then
                        order by news_at limit 200""")
                .param("then", utc(then))
                .query(DialedCallRows::read)
                .list();
    }

    static DialedCall read(ResultSet row, int index) throws SQLException {
        String carrier = row.getString("carrier_id");
        String to = row.getString("to_e164");
        return new DialedCall(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                row.getObject("extension_id", UUID.class),
                new PhoneNumber(row.getString("phone")),
                new PhoneNumber(row.getString("from_e164")),
                to == null ? null : new PhoneNumber(to),
                carrier == null ? null : new CarrierId(carrier),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Reached.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getInt("longest"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "accepted_at"),
                instant(row, "answered_at"),
                instant(row, "ended_at"),
                row.getString("why"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
