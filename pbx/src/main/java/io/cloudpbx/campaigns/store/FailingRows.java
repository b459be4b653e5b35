package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.flow.Failing;
import io.cloudpbx.campaigns.flow.Failing.Failure;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest deliveries that ended, since somebody last started or resumed their campaign. */
@Repository
public class FailingRows {
    /** Of those that failed the newest, and all that arrived as lately as these. */
    private static final String LATELY = """
            with bad as (
                select d.id, d.code, d.sentence from delivery d join campaign c on c.id = d.campaign_id
                where d.campaign_id = :campaign and d.state = 'failed'
                  and coalesce(d.sent_at, d.changed_at) >= c.running_since
                order by d.id desc limit 200)
            """;

    private final JdbcClient jdbc;

    FailingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Failing of(UUID campaignId) {
        List<Failure> failures = jdbc.sql(
                        LATELY + "select code, coalesce(min(sentence) filter (where sentence <> ''), '') as sentence,"
                                + " count(*) as count from bad group by code")
                .param("campaign", campaignId)
                .query((row, index) ->
                        new Failure(row.getString("code"), row.getString("sentence"), row.getLong("count")))
                .list();
        return new Failing(failures.isEmpty() ? 0 : arrived(campaignId), failures);
    }

    private long arrived(UUID campaignId) {
        return jdbc.sql(LATELY + """
                        select count(*) from (
                            select from delivery
                            where campaign_id = :campaign and state in ('sent', 'delivered')
                              and id >= (select min(id) from bad)
                            limit 5000) as good""")
                .param("campaign", campaignId)
                .query(Long.class)
                .single();
    }
}
