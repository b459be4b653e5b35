package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code delivery} until the carrier is asked; leases run by the database's clock. */
@Repository
public class DeliveryRows implements DeliveryLedger {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Delivery> reader = this::read;

    DeliveryRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    RowMapper<Delivery> reader() {
        return reader;
    }

    @Override
    public List<Delivery> claim(UUID campaignId, int most, Instant now) {
        return jdbc.sql(Columns.SOON + """
                        due as (
                            select id from delivery
                            where campaign_id = :campaign and state = 'waiting' and due_at <= :now
                            order by due_at, id limit :most for update skip locked)
                        update delivery d
                        set state = 'claimed', lease_no = d.lease_no + 1,
                            lease_until = clock_timestamp() + interval '30 seconds'
                        from due cross join soon where d.id = due.id
                        returning d.*""")
                .param("campaign", campaignId)
                .param("most", most)
                .param("now", Columns.utc(now))
                .query(reader)
                .list();
    }

    @Override
    public Set<String> leave(List<Leaving> leaving, Instant now) {
        return jdbc
                .sql("""
                        with running as (
                            -- Whoever pauses it at this moment waits, or is seen.
                            select id from campaign where id = any(:campaigns) and state = 'running' for share),
                        moved as (
                            update delivery d
                            set state = 'sending', token = given.token, sender = given.sender, segments = given.segments,
                                attempts = d.attempts + 1, code = '', sentence = '', carrier_id = null,
                                carrier_status = null, status_rank = -1, sent_at = :now, changed_at = :now,
                                lease_until = clock_timestamp() + interval '30 seconds'
                            from unnest(:ids::bigint[], :leases::int[], :tokens::text[], :senders::text[], :segments::int[])
                                as given (id, lease, token, sender, segments)
                            -- Named twice: to the planner a list is a few rows, and what is joined may be the whole table.
                            where d.id = given.id and d.id = any(:ids) and d.lease_no = given.lease and d.state = 'claimed'
                              and d.lease_until > clock_timestamp()
                              and d.campaign_id = any(array(select id from running))
                            returning d.id, d.token, d.sender)
                        insert into delivery_attempt (token, delivery_id, sender, started_at, state)
                        select token, id, sender, :now, 'sending' from moved
                        returning token""")
                .param("ids", Columns.numbers(leaving, each -> each.delivery().id()))
                .param("leases", Columns.counts(leaving, each -> each.delivery().lease()))
                .param("campaigns", campaigns(leaving))
                .param("tokens", Columns.texts(leaving, Leaving::token))
                .param("senders", Columns.texts(leaving, each -> each.sender().e164()))
                .param("segments", Columns.counts(leaving, Leaving::segments))
                .param("now", Columns.utc(now))
                .query((row, index) -> row.getString("token"))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static UUID[] campaigns(List<Leaving> leaving) {
        return leaving.stream()
                .map(each -> each.delivery().campaignId())
                .distinct()
                .sorted()
                .toArray(UUID[]::new);
    }

    @Override
    public void stay(List<Staying> staying, Instant now) {
        jdbc.sql("""
                        update delivery d
                        set state = given.state, due_at = given.due, code = given.code, sentence = given.sentence,
                            lease_until = null, changed_at = :now
                        from unnest(:ids::bigint[], :leases::int[], :states::text[], :due::text[]::timestamptz[], :codes::text[],
                                    :sentences::text[]) as given (id, lease, state, due, code, sentence)
                        where d.id = given.id and d.id = any(:ids) and d.lease_no = given.lease and d.state = 'claimed'""")
                .param("ids", Columns.numbers(staying, each -> each.delivery().id()))
                .param("leases", Columns.counts(staying, each -> each.delivery().lease()))
                .param("states", Columns.texts(staying, each -> each.until() == null ? "skipped" : "waiting"))
                .param("due", Columns.times(staying, each -> each.untilOr(now)))
                .param("codes", Columns.texts(staying, Staying::code))
                .param("sentences", Columns.texts(staying, Staying::sentence))
                .param("now", Columns.utc(now))
                .update();
    }

    @Override
    public void cancel(UUID campaignId, Instant now) {
        jdbc.sql("""
                        update delivery
                        set state = 'canceled', code = 'canceled', sentence = 'The campaign was canceled before.',
                            lease_until = null, changed_at = :now
                        where campaign_id = :campaign and state in ('waiting', 'claimed')""")
                .param("campaign", campaignId)
                .param("now", Columns.utc(now))
                .update();
    }

    @Override
    public boolean again(long id, Instant now) {
        return jdbc.sql("""
                        update delivery
                        set state = 'waiting', due_at = :now, token = null, code = '', sentence = '', changed_at = :now
                        where id = :id and state = 'not_confirmed'""").param("id", id).param("now", Columns.utc(now)).update() == 1;
    }

    @Override
    public boolean isOpen(UUID campaignId) {
        return jdbc.sql("""
                        select exists (select from delivery where campaign_id = :campaign
                            and state in ('waiting', 'claimed', 'sending', 'checking'))""").param("campaign", campaignId).query(Boolean.class).single();
    }

    @Override
    public Optional<Delivery> find(long id) {
        return jdbc.sql("select * from delivery where id = :id")
                .param("id", id)
                .query(reader)
                .optional();
    }

    private Delivery read(ResultSet row, int index) throws SQLException {
        String fields = row.getString("fields");
        return new Delivery(
                row.getLong("id"),
                row.getObject("campaign_id", UUID.class),
                new PhoneNumber(row.getString("to_number")),
                fields == null ? Map.of() : json.readValue(fields, FIELDS),
                Columns.value(State.class, row.getString("state")),
                row.getInt("lease_no"),
                row.getInt("attempts"),
                Columns.numberOrNull(row, "sender"),
                row.getString("carrier_status"),
                row.getString("code"),
                row.getString("sentence"),
                Columns.instantOrNull(row, "sent_at"),
                Columns.instant(row, "changed_at"));
    }
}
