package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.messaging.SentElsewhere.Ended;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is counted and listed of deliveries. */
@Repository
public class FigureRows {
    private final JdbcClient jdbc;
    private final DeliveryRows deliveries;

    FigureRows(JdbcClient jdbc, DeliveryRows deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    /** Deliveries by how they stand; a state in which there is none is missing. */
    public Map<State, Long> counts(UUID campaignId) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        jdbc.sql("select state, count(*) as count from delivery where campaign_id = :campaign group by state")
                .param("campaign", campaignId)
                .query((RowCallbackHandler)
                        row -> counts.put(Columns.value(State.class, row.getString("state")), row.getLong("count")));
        return counts;
    }

    /** How many recipients it has. */
    public long total(UUID campaignId) {
        return counts(campaignId).values().stream().mapToLong(Long::longValue).sum();
    }

    /** When the last of those is due who wait; empty when nobody does. */
    public Optional<Instant> lastDue(UUID campaignId) {
        return jdbc.sql("""
                        select due_at from delivery where campaign_id = :campaign and state = 'waiting'
                        order by due_at desc limit 1""")
                .param("campaign", campaignId)
                .query((row, index) -> Columns.instant(row, "due_at"))
                .optional();
    }

    /** How many wait in each area code, by one of their numbers. */
    public Map<PhoneNumber, Long> waitingByArea(UUID campaignId) {
        Map<PhoneNumber, Long> areas = new HashMap<>();
        jdbc.sql("""
                        select min(to_number) as one, count(*) as count from delivery
                        where campaign_id = :campaign and state = 'waiting' group by left(to_number, 5)""").param("campaign", campaignId).query((RowCallbackHandler)
                row -> areas.put(new PhoneNumber(row.getString("one")), row.getLong("count")));
        return areas;
    }

    /** Why recipients were skipped, and texts failed. */
    public record Reason(String state, String code, String sentence, long count) {}

    public List<Reason> reasons(UUID campaignId) {
        return jdbc.sql("""
                        select state, code, coalesce(min(sentence) filter (where sentence <> ''), '') as sentence, count(*) as count
                        from delivery
                        where campaign_id = :campaign and state in ('failed', 'skipped', 'not_confirmed')
                        group by state, code order by count desc, code""")
                .param("campaign", campaignId)
                .query((row, index) -> new Reason(
                        row.getString("state"), row.getString("code"), row.getString("sentence"), row.getLong("count")))
                .list();
    }

    /** Deliveries in the order of the audience. @param states of which; null for all */
    public List<Delivery> list(UUID campaignId, @Nullable Collection<State> states, long after, int limit) {
        if (states == null) {
            return jdbc.sql("""
                            select * from delivery where campaign_id = :campaign and id > :after order by id limit :limit""")
                    .param("campaign", campaignId)
                    .param("after", after)
                    .param("limit", limit)
                    .query(deliveries.reader())
                    .list();
        }
        // One state after the other, so that each is read in the order of its index.
        List<Delivery> found = new ArrayList<>();
        for (State state : states) {
            found.addAll(jdbc.sql("""
                            select * from delivery where campaign_id = :campaign and state = :state and id > :after
                            order by id limit :limit""")
                    .param("campaign", campaignId)
                    .param("state", Columns.text(state))
                    .param("after", after)
                    .param("limit", limit)
                    .query(deliveries.reader())
                    .list());
        }
        return found.stream()
                .sorted(Comparator.comparingLong(Delivery::id))
                .limit(limit)
                .toList();
    }

    public List<Delivery> byIds(Collection<Long> ids) {
        return jdbc.sql("select * from delivery where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(deliveries.reader())
                .list();
    }

    /** How many of these kinds left, or are leaving, to each of these people since then. */
    public Map<PhoneNumber, Integer> to(Collection<PhoneNumber> people, Set<TextKind> kinds, Instant since) {
        Map<PhoneNumber, Integer> sent = new HashMap<>();
        jdbc.sql("""
                        select d.to_number, count(*) as count
                        from delivery d join campaign c on c.id = d.campaign_id and c.kind = any(:kinds)
                        where d.to_number = any(:people) and d.sent_at > :since group by d.to_number""")
                .param("people", people.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .param("kinds", kinds.stream().map(Columns::text).toArray(String[]::new))
                .param("since", Columns.utc(since))
                .query((RowCallbackHandler)
                        row -> sent.put(new PhoneNumber(row.getString("to_number")), row.getInt("count")));
        return sent;
    }

    /** How the newest of those ended to each of these people that left since then. */
    public Map<PhoneNumber, Ended> ended(Collection<PhoneNumber> people, Instant since) {
        Map<PhoneNumber, Ended> ended = new HashMap<>();
        jdbc.sql("""
                        select distinct on (to_number) to_number, sent_at,
                               case when code ~ '^[0-9]{1,9}$' then code::int else 0 end as error
                        from delivery
                        where to_number = any(:people) and sent_at > :since and state in ('delivered', 'failed')
                        order by to_number, sent_at desc""")
                .param("people", people.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .param("since", Columns.utc(since))
                .query((RowCallbackHandler) row -> ended.put(
                        new PhoneNumber(row.getString("to_number")),
                        new Ended(Columns.instant(row, "sent_at"), row.getInt("error"))));
        return ended;
    }

    /** What left from one instant on, and before the other. */
    public Sent sent(Instant from, Instant before) {
        return jdbc.sql("""
                        select coalesce(sum(segments), 0) as segments, count(*) filter (where segments = 0) as with_media
                        from delivery where sent_at >= :from and sent_at < :before""")
                .param("from", Columns.utc(from))
                .param("before", Columns.utc(before))
                .query((row, index) -> new Sent(row.getLong("segments"), row.getLong("with_media")))
                .single();
    }
}
