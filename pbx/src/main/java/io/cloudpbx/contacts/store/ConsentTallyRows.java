package io.cloudpbx.contacts.store;

import io.cloudpbx.contacts.ConsentTally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts consent over all contacts. */
@Repository
public class ConsentTallyRows {
    /**
     * What {@code LedgerReading} reads of one number, for all at once. Nearly all have only ever agreed, so that it is enough to look
     * at each of their entries once; only those in whose ledger something turned are read in order.
     */
    private static final String TALLY = """
            with plain as (
                select number_hash, max(e164) as e164,
                    bool_or(act = 'granted' and (category is null or category = 'marketing')) as marketing,
                    bool_or(act = 'granted' and (category is null or category = 'informational')) as informational,
                    bool_or(act in ('revoked', 'opted_out', 'opted_in', 'undone')) as turned
                from consent_ledger group by number_hash
            ), ordered as (
                select number_hash, act, category, at, seq,
                    count(*) filter (where act in ('opted_out', 'opted_in', 'undone'))
                        over (partition by number_hash order by at, seq) as turn
                from consent_ledger join plain using (number_hash) where turned
            ), seen as (
                select *, first_value(act) over (partition by number_hash, turn order by at, seq) = 'opted_out' as away
                from ordered
            ), turned as (
                select number_hash,
                    (array_agg(away order by at desc, seq desc))[1] as away,
                    (array_agg(act order by at desc, seq desc)
                        filter (where (act = 'revoked' or act = 'granted' and not away)
                            and (category is null or category = 'marketing')))[1] = 'granted' as marketing,
                    (array_agg(act order by at desc, seq desc)
                        filter (where (act = 'revoked' or act = 'granted' and not away)
                            and (category is null or category = 'informational')))[1] = 'granted' as informational
                from seen group by number_hash
            ), standing as (
                select plain.e164, coalesce(turned.away, false) as away,
                    case when plain.turned then coalesce(turned.marketing, false) else plain.marketing end as marketing,
                    case when plain.turned then coalesce(turned.informational, false) else plain.informational end
                        as informational
                from plain left join turned using (number_hash) where plain.e164 is not null
            ), number as (
                select contact_number.contact_id,
                    coalesce(standing.away, false) or opt_out.e164 is not null as away,
                    marketing_pause.e164 is not null as paused,
                    coalesce(standing.marketing, false) as marketing,
                    coalesce(standing.informational, false) as informational
                from contact_number
                    left join standing using (e164)
                    left join opt_out using (e164)
                    left join marketing_pause using (e164)
            ), person as (
                select bool_or(marketing and not away and not paused) as marketing,
                    bool_or(informational and not away) as informational,
                    bool_or(marketing and not away and paused) as paused,
                    bool_or(away) as away
                from number group by contact_id
            )
            select (select count(*) from contact) as contacts,
                count(*) filter (where marketing) as marketing,
                count(*) filter (where informational) as informational,
                count(*) filter (where paused) as paused,
                count(*) filter (where away) as opted_out,
                count(*) filter (where marketing or informational or paused or away) as heard
            from person""";

    private final JdbcClient jdbc;

    ConsentTallyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ConsentTally count() {
        return jdbc.sql(TALLY)
                .query((row, n) -> new ConsentTally(
                        row.getLong("contacts"),
                        row.getLong("marketing"),
                        row.getLong("informational"),
                        row.getLong("paused"),
                        row.getLong("opted_out"),
                        row.getLong("contacts") - row.getLong("heard")))
                .single();
    }
}
