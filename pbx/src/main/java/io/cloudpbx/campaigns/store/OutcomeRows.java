package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.telephony.MessageStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of attempts, in the tables {@code delivery} and {@code delivery_attempt}. Rows are held in one order, so that no two wait for each other. */
@Repository
public class OutcomeRows implements OutcomeLedger {
    /**
     * Tokens are given twice where they are joined: to the planner a list of them is a few, and what is joined may be the whole table.
     */
    private static final String HELD = """
            with held as (
                select d.id, d.token from delivery_attempt a join delivery d on d.id = a.delivery_id and d.token = a.token
                where a.token = any(:tokens) order by d.id for no key update of d),
            """;

    /** Those too whose delivery has let the token go, as it is to be tried again. */
    private static final String LOCKED = """
            with locked as (
                select d.id, d.token is null as let_go, a.token, a.sender, a.state
                from delivery_attempt a
                    join delivery d on d.id = a.delivery_id and (d.token = a.token or d.token is null)
                where a.token = any(:tokens) order by d.id for no key update of d),
            """;

    /**
     * Who is to be tried again and has got it after all, is not tried again; who has not, is, also when older news of a text that
     * expired come later. So is whose text expired, unless the
     * carrier has another, or one did before and that is not forgiven.
     */
    private static final String PROVEN = """
            held as (
                select distinct on (locked.id) locked.*,
                    given.expired and not exists (
                        select from delivery_attempt b left join given other on other.token = b.token
                        where b.delivery_id = locked.id and b.token <> locked.token
                          and (b.state = 'accepted' or b.state = 'expired' and not given.forgiven
                              or other.state <> 'failed')) as again
                from locked join given on given.token = locked.token
                where not locked.let_go
                    or given.state <> 'failed' and (locked.state <> 'expired' or given.state = 'delivered')
                order by locked.id, locked.token),
            """;

    private static final String KNOWN = LOCKED + """
            given as (
                select distinct on (token) *
                from unnest(:tokens::text[], :carrierIds::text[], :statuses::text[], :ranks::int[], :states::text[],
                            :codes::text[], :sentences::text[], :expired::boolean[], :forgiven::boolean[])
                    as news (token, carrier_id, status, rank, state, code, sentence, expired, forgiven)
                order by token, rank desc),
            """ + PROVEN + """
            settled as (
                -- Also of one that had ended otherwise: by the carrier's id its text is known as ours.
                update delivery_attempt a
                set carrier_id = given.carrier_id,
                    state = case when given.expired and a.state <> all(:absent) then 'expired'
                        when a.state = any(:open) then 'accepted' else a.state end,
                    settled_at = coalesce(a.settled_at, case when a.state = any(:open) then :now end)
                from given where a.token = given.token and a.token = any(:tokens)
                  and (a.state = any(:open) or a.carrier_id is null or given.expired))
            update delivery d
            set state = case when held.again then 'waiting' else given.state end,
                token = case when not held.again then given.token end,
                due_at = case when held.again then :now else d.due_at end,
                sender = held.sender, carrier_id = case when not held.again then given.carrier_id end,
                carrier_status = case when held.again then null
                    when given.rank >= 0 then given.status else d.carrier_status end,
                status_rank = case when held.again then -1 else given.rank end,
                sent_at = case when not held.again then coalesce(d.sent_at, :now) end, code = given.code,
                sentence = case when held.again then given.sentence || :onceMore else given.sentence end,
                lease_until = null, changed_at = :now
            from given join held on held.token = given.token
            where d.id = held.id
              and (d.token is null or d.token = given.token
                and (given.rank > d.status_rank or d.state in ('sending', 'checking', 'not_confirmed'))
                and d.state in ('sending', 'checking', 'not_confirmed', 'sent', 'failed', 'delivered'))""";

    /** Attempts of which the carrier has not been proven to have, or not to have them. */
    private static final String[] OPEN = {"sending", "unknown", "not_found"};

    /** Attempts that the carrier certainly never had. */
    private static final String[] ABSENT = {"rejected", "not_sent"};

    private final JdbcClient jdbc;

    OutcomeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void hold(List<String> tokens) {
        jdbc.sql(LOCKED + "counted as (select count(*) as count from locked) select count from counted")
                .param("tokens", tokens.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Override
    public void known(List<Known> known, Instant now) {
        jdbc.sql(KNOWN)
                .param("tokens", Columns.texts(known, Known::token))
                .param("open", OPEN)
                .param("absent", ABSENT)
                .param("onceMore", ONCE_MORE)
                .param("expired", known.stream().map(Known::isExpired).toArray(Boolean[]::new))
                .param("forgiven", known.stream().map(Known::isForgiven).toArray(Boolean[]::new))
                .param("carrierIds", Columns.texts(known, each -> each.id().value()))
                .param("statuses", Columns.texts(known, OutcomeRows::status))
                .param("ranks", Columns.counts(known, Known::rank))
                .param("states", Columns.texts(known, Known::state))
                .param("codes", Columns.texts(known, each -> each.errorCode() == 0 ? "" : "" + each.errorCode()))
                .param("sentences", Columns.texts(known, Known::sentence))
                .param("now", Columns.utc(now))
                .update();
    }

    private static String status(Known known) {
        MessageStatus status = known.status();
        return status == null ? "" : Columns.text(status);
    }

    @Override
    public void not(List<Not> nots, Instant now) {
        jdbc.sql(HELD + """
                        given as (
                            select * from unnest(:tokens::text[], :states::text[], :due::text[]::timestamptz[], :attempts::text[],
                                                 :codes::text[], :sentences::text[])
                                as outcome (token, state, due, attempt, code, sentence)),
                        settled as (
                            update delivery_attempt a
                            set state = given.attempt, detail = given.sentence, settled_at = :now
                            from given where a.token = given.token and a.token = any(:tokens) and a.state in ('sending', 'unknown')
                            returning a.delivery_id, a.sender, a.state, a.counted_on),
                        absent as (
                            select settled.sender, settled.counted_on, sum(greatest(d.segments, 1)) as segments
                            from settled join delivery d on d.id = settled.delivery_id
                            where settled.state = 'not_sent' and settled.counted_on is not null group by 1, 2),
                        day as (
                            select number from sender_day where number in (select sender from absent)
                            order by number for update),
                        taken_back as (
                            update sender_day s set segments = greatest(0, s.segments - absent.segments), is_full = false
                            from absent join day on day.number = absent.sender
                            where s.number = absent.sender and s.day = absent.counted_on)
                        update delivery d
                        set state = given.state, due_at = given.due, code = given.code, sentence = given.sentence,
                            token = case when given.state = 'waiting' then null else d.token end,
                            sent_at = null, lease_until = null, changed_at = :now
                        from given join held on held.token = given.token
                        where d.id = held.id and d.token = given.token and d.state in ('sending', 'checking')""")
                .param("tokens", Columns.texts(nots, Not::token))
                .param("states", Columns.texts(nots, Not::deliveryState))
                .param("due", Columns.times(nots, each -> each.until() == null ? now : each.until()))
                .param("attempts", Columns.texts(nots, Not::attemptState))
                .param("codes", Columns.texts(nots, Not::code))
                .param("sentences", Columns.texts(nots, Not::sentence))
                .param("now", Columns.utc(now))
                .update();
    }

    @Override
    public void unknown(List<String> tokens, String detail, Instant now) {
        jdbc.sql(HELD + """
                        doubtful as (
                            update delivery_attempt set state = 'unknown', detail = :detail
                            where token = any(:tokens) and state = 'sending')
                        update delivery d
                        set state = 'checking', lease_until = null, changed_at = :now
                        from held where d.id = held.id and d.state = 'sending'""")
                .param("tokens", tokens.toArray(String[]::new))
                .param("detail", detail)
                .param("now", Columns.utc(now))
                .update();
    }

    @Override
    public List<Moved> moved(List<String> tokens) {
        return jdbc.sql("""
                        select d.campaign_id, min(a.started_at) as since
                        from delivery_attempt a join delivery d on d.id = a.delivery_id and d.token = a.token
                        where a.token = any(:tokens) group by d.campaign_id""")
                .param("tokens", tokens.toArray(String[]::new))
                .query((row, index) ->
                        new Moved(row.getObject("campaign_id", UUID.class), Columns.instant(row, "since")))
                .list();
    }

    @Override
    public void freeClaims(Instant now) {
        jdbc.sql("""
                        with held as (
                            select id from delivery where state = 'claimed' and lease_until < clock_timestamp()
                            order by id for no key update)
                        update delivery d set state = 'waiting', lease_until = null, changed_at = :now
                        from held where d.id = held.id and d.state = 'claimed' and d.lease_until < clock_timestamp()""").param("now", Columns.utc(now)).update();
    }

    @Override
    public void cancelLate(Instant now) {
        jdbc.sql("""
                        with held as (
                            select d.id from campaign c join delivery d on d.campaign_id = c.id and d.state = 'waiting'
                            where c.state = 'canceled' order by d.id for no key update of d)
                        update delivery d
                        set state = 'canceled', code = 'canceled', sentence = 'The campaign was canceled before.',
                            changed_at = :now
                        from held where d.id = held.id and d.state = 'waiting'""").param("now", Columns.utc(now)).update();
    }

    @Override
    public List<String> leftSending() {
        return jdbc.sql(
                        "select token from delivery where state = 'sending' and lease_until < clock_timestamp() limit 5000")
                .query((row, index) -> row.getString("token"))
                .list();
    }
}
