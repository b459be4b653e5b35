package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries of a restored database that wait, or of which it does not know the end, beside the texts that the carrier has. */
@Repository
public class FoundRows {
    /** The days of numbers that have a daily cap, of those that have sent some of {@code today}'s. */
    private static final String DAY = """
            day as (
                select number, most, %1$s as today, case when day = %1$s then segments else 0 end as sent,
                       is_full and day = %1$s as was_full
                from sender_day where number in (select sender from today) order by number for update),
            counted as (
                update sender_day s
                set day = day.today, segments = day.sent + today.segments,
                    is_full = day.was_full or day.sent + today.segments >= day.most
                from day join today on today.sender = day.number where s.number = day.number
                returning s.number)
            """.formatted(Columns.TODAY);

    /** By which a text is one of its number's present day. */
    private static final String IS_TODAY = "(given.at at time zone 'America/Los_Angeles')::date = " + Columns.TODAY;

    private final JdbcClient jdbc;
    private final DeliveryRows deliveries;

    FoundRows(JdbcClient jdbc, DeliveryRows deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    /** Those of the carrier's texts that are known. */
    public Set<CarrierId> known(Collection<CarrierId> texts) {
        return new HashSet<>(jdbc.sql("select carrier_id from delivery_attempt where carrier_id = any(:ids)")
                .param("ids", texts.stream().map(CarrierId::value).toArray(String[]::new))
                .query((row, index) -> new CarrierId(row.getString("carrier_id")))
                .list());
    }

    /** @param token of its last attempt, of which nobody knows the end; null where it waits for one */
    public record Waiting(Delivery delivery, @Nullable String token) {}

    /** Who waits for a text of that number, or may have got one, oldest first. */
    public List<Waiting> waiting(PhoneNumber sender, Collection<PhoneNumber> people) {
        return jdbc.sql("""
                        select d.* from campaign_sender s
                            join delivery d on d.campaign_id = s.campaign_id and d.to_number = any(:people)
                        where s.number = :sender and d.state in ('waiting', 'claimed', 'sending', 'checking', 'not_confirmed')
                        order by d.id""")
                .param("sender", sender.e164())
                .param("people", people.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .query((row, index) -> new Waiting(
                        Objects.requireNonNull(deliveries.reader().mapRow(row, index)), row.getString("token")))
                .list();
    }

    /**
     * An attempt that this database has forgotten.
     *
     * @param tells whether it said how to be left alone
     */
    public record Forgotten(
            long deliveryId, String token, PhoneNumber sender, Instant at, int segments, boolean tells) {}

    /** A text that a number has sent, for whomever. */
    public record Sent(PhoneNumber sender, Instant at, int segments) {}

    /** Counts them for their numbers' present day, as far as they left on it. */
    public void count(List<Sent> texts) {
        jdbc.sql("""
                        with given as (
                            select * from unnest(:senders::text[], :at::text[]::timestamptz[], :segments::int[])
                                as found (sender, at, segments)),
                        today as (
                            select given.sender, sum(greatest(given.segments, 1)) as segments
                            from given where %s group by given.sender),
                        %s
                        select count(*) from counted""".formatted(IS_TODAY, DAY))
                .param("senders", Columns.texts(texts, each -> each.sender().e164()))
                .param("at", Columns.times(texts, Sent::at))
                .param("segments", Columns.counts(texts, Sent::segments))
                .query(Long.class)
                .single();
    }

    /**
     * Writes attempts down as they must have been, and counts them for their numbers' day. Whose claim somebody holds, holds it no more.
     *
     * @return the deliveries of those; others have moved on meanwhile
     */
    public Set<Long> begun(List<Forgotten> attempts, Instant now) {
        return new HashSet<>(jdbc.sql("""
                        with given as (
                            select * from unnest(:ids::bigint[], :tokens::text[], :senders::text[], :at::text[]::timestamptz[],
                                                 :segments::int[], :tells::boolean[])
                                as found (id, token, sender, at, segments, tells)),
                        held as (
                            select id from delivery where id = any(:ids) and state in ('waiting', 'claimed')
                            order by id for no key update),
                        today as (
                            select given.sender, sum(greatest(given.segments, 1)) as segments
                            from given join held on held.id = given.id where %s group by given.sender),
                        %s,
                        begun as (
                            insert into delivery_attempt (token, delivery_id, sender, started_at, state, counted_on)
                            select given.token, given.id, given.sender, given.at, 'unknown',
                                   (select day.today from day where day.number = given.sender and %s)
                            from given join held on held.id = given.id)
                        update delivery d
                        set state = 'checking', token = given.token, sender = given.sender, segments = given.segments,
                            tells = given.tells, attempts = d.attempts + 1, code = '', sentence = '', carrier_id = null,
                            carrier_status = null, status_rank = -1, sent_at = given.at, lease_until = null, changed_at = :now
                        from given join held on held.id = given.id
                        where d.id = given.id and d.id = any(:ids) returning d.id""".formatted(IS_TODAY, DAY, IS_TODAY))
                .param("ids", Columns.numbers(attempts, Forgotten::deliveryId))
                .param("tokens", Columns.texts(attempts, Forgotten::token))
                .param("senders", Columns.texts(attempts, each -> each.sender().e164()))
                .param("at", Columns.times(attempts, Forgotten::at))
                .param("segments", Columns.counts(attempts, Forgotten::segments))
                .param("tells", attempts.stream().map(Forgotten::tells).toArray(Boolean[]::new))
                .param("now", Columns.utc(now))
                .query(Long.class)
                .list());
    }
}
