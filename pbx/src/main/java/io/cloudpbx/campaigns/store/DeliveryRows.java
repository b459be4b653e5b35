package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code delivery} until the carrier is asked; leases run by the database's clock. Rows are held in one order, as those are
 * who write their ends, and after their campaign, so that no two wait for each other.
 */
@Repository
public class DeliveryRows implements DeliveryLedger {
    private static final Duration DAY = Duration.ofDays(1);

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private static final String LEAVE = """
            with running as (
                -- Whoever pauses it at this moment waits, or is seen.
                select id from campaign where id = any(:campaigns) and state = 'running' for share),
            held as (
                select id from delivery where id = any(:ids) and campaign_id = any(array(select id from running))
                order by id for no key update),
            given as (
                select *, sum(greatest(segments, 1)) over (partition by sender order by place) as together
                from unnest(:ids::bigint[], :leases::int[], :tokens::text[], :senders::text[], :segments::int[], :most::int[],
                            :tells::boolean[], :judged::text[]::timestamptz[], :consents::text[], :evidence::uuid[])
                    with ordinality as given
                        (id, lease, token, sender, segments, most, tells, judged, consent, evidence, place)),
            -- Of numbers that have a daily cap: whoever else sends by them waits, and counts what this has sent.
            day as (
                select number, most, %1$s as today, case when day = %1$s then segments else 0 end as sent
                from sender_day where number = any(:senders) order by number for update),
            moved as (
                update delivery d
                set state = 'sending', token = given.token, sender = given.sender, segments = given.segments,
                    attempts = d.attempts + 1, code = '', sentence = '', carrier_id = null,
                    carrier_status = null, status_rank = -1, tells = given.tells, sent_at = :now, changed_at = :now,
                    lease_until = clock_timestamp() + interval '30 seconds'
                from given join held on held.id = given.id left join day on day.number = given.sender
                -- Named twice: to the planner a list is a few rows, and what is joined may be the whole table.
                where d.id = given.id and d.id = any(:ids) and d.lease_no = given.lease and d.state = 'claimed'
                  and d.lease_until > clock_timestamp()
                  and exists (select from campaign_sender s where s.campaign_id = d.campaign_id and s.number = given.sender)
                  and given.most > (
                    select count(*) from delivery o
                    where o.to_number = d.to_number and o.sent_at > :dayAgo and o.id <> d.id)
                  and (day.number is null or day.sent + given.together <= day.most and day.today = %2$s)
                returning d.id, d.token, d.sender, d.segments, given.judged, given.consent, given.evidence,
                    day.today),
            counted as (
                update sender_day s
                set day = now.today, segments = now.sent,
                    is_full = s.is_full and s.day = now.today or now.sent + now.longest > s.most
                from (select day.number, day.today, max(greatest(given.segments, 1)) as longest,
                             day.sent + coalesce((select sum(greatest(segments, 1)) from moved where sender = day.number), 0) as sent
                      from day join given on given.sender = day.number group by day.number, day.today, day.sent) as now
                where s.number = now.number),
            -- Nothing reads it here, so it comes last: whoever waits in it for another who writes the same has all other rows by then.
            kept as (
                insert into delivery_evidence (id, kept)
                select id, kept from unnest(:keptIds::uuid[], :kept::text[]::jsonb[]) as common (id, kept)
                on conflict do nothing)
            insert into delivery_attempt
                (token, delivery_id, sender, started_at, state, judged_at, consent_id, evidence_id, counted_on)
            select token, id, sender, :now, 'sending', judged, nullif(consent, '')::uuid, evidence, today from moved
            returning token""".formatted(Columns.TODAY, Columns.DAY_OF_LEAVING);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final RowMapper<Delivery> reader = this::read;

    DeliveryRows(JdbcClient jdbc, TransactionOperations transactions, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
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
    public Set<PhoneNumber> told(Set<PhoneNumber> people, Instant since) {
        return new HashSet<>(jdbc.sql("""
                        select distinct to_number from delivery
                        where to_number = any(:people) and sent_at > :since and tells and state in ('sent', 'delivered')""")
                .param("people", people.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .param("since", Columns.utc(since))
                .query((row, index) -> new PhoneNumber(row.getString("to_number")))
                .list());
    }

    @Override
    public Set<String> leave(List<Leaving> leaving, Instant now) {
        List<Leaving> limited = leaving.stream()
                .filter(each -> each.mostADay() < Verdict.Send.UNLIMITED)
                .toList();
        if (limited.isEmpty()) {
            return written(leaving, now);
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            hold(limited);
            return written(leaving, now);
        }));
    }

    /**
     * What two campaigns have for one person is written down one after the other, and the second counts the first (C17): in a statement of
     * its own, as the one that counts sees what was there when it began. People share a thousand locks, of which the database has room
     * for whatever leaves at once.
     */
    private void hold(List<Leaving> leaving) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(hashtext('marketing text'), place)::text
                        from (select distinct abs(hashtext(number) % 1000) as place from unnest(:numbers::text[]) as given (number)
                              order by place) as places""")
                .param(
                        "numbers",
                        Columns.texts(leaving, each -> each.delivery().to().e164()))
                .query(String.class)
                .list();
    }

    private Set<String> written(List<Leaving> leaving, Instant now) {
        var evidence = new KeptEvidence(json);
        UUID[] ids = leaving.stream().map(each -> evidence.id(each.evidence())).toArray(UUID[]::new);
        return jdbc
                .sql(LEAVE)
                .param("ids", Columns.numbers(leaving, each -> each.delivery().id()))
                .param("leases", Columns.counts(leaving, each -> each.delivery().lease()))
                .param("campaigns", campaigns(leaving))
                .param("tokens", Columns.texts(leaving, Leaving::token))
                .param("senders", Columns.texts(leaving, each -> each.sender().e164()))
                .param("segments", Columns.counts(leaving, Leaving::segments))
                .param("most", Columns.counts(leaving, Leaving::mostADay))
                .param("tells", leaving.stream().map(Leaving::tells).toArray(Boolean[]::new))
                .param(
                        "judged",
                        Columns.times(leaving, each -> each.evidence().grounds().lookedAt()))
                .param("consents", Columns.texts(leaving, DeliveryRows::consent))
                .param("evidence", ids)
                .param("keptIds", evidence.written().keySet().toArray(UUID[]::new))
                .param("kept", evidence.written().values().toArray(String[]::new))
                .param("dayAgo", Columns.utc(now.minus(DAY)))
                .param("now", Columns.utc(now))
                .query((row, index) -> row.getString("token"))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static String consent(Leaving leaving) {
        return Objects.requireNonNullElse(leaving.evidence().grounds().consent(), "");
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
                        with held as (select id from delivery where id = any(:ids) order by id for no key update)
                        update delivery d
                        set state = given.state, due_at = given.due, code = given.code, sentence = given.sentence,
                            lease_until = null, changed_at = :now
                        from unnest(:ids::bigint[], :leases::int[], :states::text[], :due::text[]::timestamptz[], :codes::text[],
                                    :sentences::text[]) as given (id, lease, state, due, code, sentence)
                            join held on held.id = given.id
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
                        with held as (
                            select id from delivery where campaign_id = :campaign and state in ('waiting', 'claimed')
                            order by id for no key update)
                        update delivery d
                        set state = 'canceled', code = 'canceled', sentence = 'The campaign was canceled before.',
                            lease_until = null, changed_at = :now
                        from held where d.id = held.id and d.state in ('waiting', 'claimed')""")
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
