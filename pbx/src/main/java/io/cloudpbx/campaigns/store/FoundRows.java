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

    /**
     * Writes attempts down as they must have been. Whose claim somebody holds, holds it no more.
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
                        begun as (
                            insert into delivery_attempt (token, delivery_id, sender, started_at, state)
                            select given.token, given.id, given.sender, given.at, 'unknown' from given join held on held.id = given.id)
                        update delivery d
                        set state = 'checking', token = given.token, sender = given.sender, segments = given.segments,
                            tells = given.tells, attempts = d.attempts + 1, code = '', sentence = '', carrier_id = null,
                            carrier_status = null, status_rank = -1, sent_at = given.at, lease_until = null, changed_at = :now
                        from given join held on held.id = given.id
                        where d.id = given.id and d.id = any(:ids) returning d.id""")
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
