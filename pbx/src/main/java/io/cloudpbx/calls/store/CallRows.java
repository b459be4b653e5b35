package io.cloudpbx.calls.store;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.calls.Call.Place;
import io.cloudpbx.calls.CallWebhook;
import io.cloudpbx.calls.TakenOver;
import io.cloudpbx.calls.store.StepRows.Written;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call}: one call at a time. Lists are in {@link CallLists} and {@link LogRows}. */
@Repository
public class CallRows {
    private static final Set<Place> WANT_MORE = EnumSet.of(Place.RINGING, Place.WAITING, Place.VOICEMAIL);

    private final JdbcClient jdbc;

    CallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The call's row, made when new, and held until the transaction ends: webhooks of one call take turns. */
    public Call lockOrInsert(CallWebhook webhook, Instant now) {
        return lock(webhook.call())
                .or(() -> insert(webhook, now))
                .or(() -> lock(webhook.call()))
                .orElseThrow();
    }

    /** Empty when another webhook of the call has made it meanwhile. */
    private Optional<Call> insert(CallWebhook webhook, Instant now) {
        return jdbc.sql("""
                        with known as (
                            insert into caller (e164) select :from::text where :from::text is not null on conflict do nothing)
                        insert into call (id, carrier_id, from_e164, to_e164, started_at, news_at, place, outcome, summary,
                            plan_version)
                        select :id, :carrierId, :from, :to, :now, :now, 'menu', 'in_progress', 'Arriving', max(number)
                        from call_plan_version
                        on conflict (carrier_id) do nothing
                        returning *""")
                .param("id", UUID.randomUUID())
                .param("carrierId", webhook.call().value())
                .param("from", text(webhook.from()))
                .param("to", text(webhook.to()))
                .param("now", utc(now))
                .query(CallRows::read)
                .optional();
    }

    /** One that somebody here began, with whoever was called as the caller. False when it is here already. */
    public boolean takeOver(TakenOver.Begun begun, Place place, String summary, Instant now) {
        return jdbc.sql("""
                        insert into call (id, carrier_id, from_e164, to_e164, started_at, answered_at, news_at, place, outcome,
                            extension_id, summary, plan_version, dialer)
                        select :id, :called, :number, :shown, :now, :now, :now, :place, 'in_progress', :extension, :summary, max(number),
                            :own
                        from call_plan_version
                        on conflict do nothing""")
                        .param("id", begun.id())
                        .param("called", begun.called().value())
                        .param("number", text(begun.number()))
                        .param("shown", begun.shown().e164())
                        .param("now", utc(now))
                        .param("place", text(place))
                        .param("extension", begun.extension())
                        .param("summary", summary)
                        .param("own", begun.own().value())
                        .update()
                == 1;
    }

    private Optional<Call> lock(CarrierId carrierId) {
        return jdbc.sql("select * from call where carrier_id = :carrierId for update")
                .param("carrierId", carrierId.value())
                .query(CallRows::read)
                .optional();
    }

    /** Held until the transaction ends, like above. */
    public Optional<Call> lock(UUID id) {
        return jdbc.sql("select * from call where id = :id for update")
                .param("id", id)
                .query(CallRows::read)
                .optional();
    }

    /**
     * Writes a step down, and where it leads the call. One that has ended stays ended; one that hears its goodbye stays where it is until
     * its end is told. Who is led on to people or a mailbox called for more than the receptionist told them.
     *
     * @param extensionId whom the step concerns; null leaves the call with whoever it was about
     */
    public void take(UUID id, Written step, Place place, @Nullable UUID extensionId) {
        jdbc.sql("with step as (" + StepRows.APPEND + """
                        )
                        update call
                        set place = case when ended_at is null then coalesce(:place, place) else place end, summary = :text,
                            extension_id = coalesce(:extension, extension_id), news_at = :at,
                            outcome = case when outcome = 'handled' and :wantsMore then 'in_progress' else outcome end
                        where id = :call""")
                .params(step.values(id))
                .param("place", place == Place.ENDED ? null : text(place))
                .param("wantsMore", WANT_MORE.contains(place))
                .param("extension", extensionId)
                .update();
    }

    public void answered(UUID id, UUID extensionId, String summary, Instant now) {
        jdbc.sql("""
                        update call
                        set place = 'talking', summary = :summary, extension_id = :extension, news_at = :now,
                            answered_at = coalesce(answered_at, :now), sent_on_at = null
                        where id = :id and ended_at is null""")
                .param("id", id)
                .param("summary", summary)
                .param("extension", extensionId)
                .param("now", utc(now))
                .update();
    }

    /** Whoever had the caller has them no longer, so that nobody has until somebody takes them again. */
    public void sentOn(UUID id, Instant now) {
        jdbc.sql("""
                        update call
                        set sent_on_at = :now, outcome = case when outcome = 'answered' then 'in_progress' else outcome end
                        where id = :id and ended_at is null""").param("id", id).param("now", utc(now)).update();
    }

    public void outcome(UUID id, Outcome outcome) {
        jdbc.sql("update call set outcome = :outcome where id = :id")
                .param("id", id)
                .param("outcome", text(outcome))
                .update();
    }

    public void offeredMailbox(UUID id, String mailbox) {
        jdbc.sql("update call set mailbox = :mailbox where id = :id")
                .param("id", id)
                .param("mailbox", mailbox)
                .update();
    }

    public Optional<String> offeredMailbox(CarrierId carrierId) {
        return jdbc.sql("select mailbox from call where carrier_id = :carrierId and mailbox is not null")
                .param("carrierId", carrierId.value())
                .query(String.class)
                .optional();
    }

    public boolean wasOfferedMailbox(UUID id) {
        return jdbc.sql("select exists (select from call where id = :id and mailbox is not null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** @param outcome unless another is known: their message may arrive while the call ends */
    public void ended(UUID id, Outcome outcome, Instant now) {
        jdbc.sql("""
                        update call
                        set place = 'ended', ended_at = :now, news_at = :now,
                            outcome = case when outcome = 'in_progress' then :outcome else outcome end
                        where id = :id and ended_at is null""")
                .param("id", id)
                .param("outcome", text(outcome))
                .param("now", utc(now))
                .update();
    }

    public void heardOf(UUID id, Instant now) {
        jdbc.sql("update call set news_at = :now where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    public Optional<Call> byCarrierId(CarrierId carrierId) {
        return jdbc.sql("select * from call where carrier_id = :carrierId")
                .param("carrierId", carrierId.value())
                .query(CallRows::read)
                .optional();
    }

    public Optional<Call> find(UUID id) {
        return jdbc.sql("select * from call where id = :id")
                .param("id", id)
                .query(CallRows::read)
                .optional();
    }

    /** Of somebody with these numbers. */
    public List<Call> from(Collection<PhoneNumber> callers) {
        return jdbc.sql("select * from call where from_e164 = any(:callers) order by started_at, id")
                .param("callers", e164s(callers))
                .query(CallRows::read)
                .list();
    }

    /** The calls stay, and nothing says any more whose they were. */
    public void forget(Collection<PhoneNumber> callers) {
        jdbc.sql("update call set from_e164 = null, forgotten = true where from_e164 = any(:callers)")
                .param("callers", e164s(callers))
                .update();
        jdbc.sql("delete from caller where e164 = any(:callers)")
                .param("callers", e164s(callers))
                .update();
    }

    private static String[] e164s(Collection<PhoneNumber> numbers) {
        return numbers.stream().map(PhoneNumber::e164).toArray(String[]::new);
    }

    static Call read(ResultSet row, int index) throws SQLException {
        String dialer = row.getString("dialer");
        return new Call(
                row.getObject("id", UUID.class),
                new CarrierId(row.getString("carrier_id")),
                number(row.getString("from_e164")),
                row.getBoolean("forgotten"),
                number(row.getString("to_e164")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("sent_on_at") == null ? instant(row, "answered_at") : null,
                instant(row, "ended_at"),
                Place.valueOf(row.getString("place").toUpperCase(Locale.ROOT)),
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getObject("extension_id", UUID.class),
                row.getString("summary"),
                dialer == null ? null : new CarrierId(dialer));
    }

    private static @Nullable PhoneNumber number(@Nullable String e164) {
        return e164 == null ? null : new PhoneNumber(e164);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable String text(@Nullable PhoneNumber number) {
        return number == null ? null : number.e164();
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
