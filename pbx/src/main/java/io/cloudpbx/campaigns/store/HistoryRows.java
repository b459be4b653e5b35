package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.messaging.CarrierErrors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All that happened with deliveries, from the tables {@code delivery_attempt} and {@code delivery_news}. */
@Repository
public class HistoryRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    HistoryRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Something that happened.
     *
     * @param what {@code tried}, {@code answered}: what came of the request, or {@code told}: the carrier's news
     * @param attempt which one, from 1
     * @param code the carrier's; empty where nothing went wrong
     * @param evidence what the attempt left by; null for one of before it was kept
     */
    public record Happened(
            long deliveryId,
            Instant at,
            String what,
            int attempt,
            String sender,
            String status,
            String code,
            String sentence,
            String carrierId,
            @Nullable Evidence evidence) {}

    /** Of each of them, oldest first; whoever was never tried is missing. */
    public Map<Long, List<Happened>> of(Collection<Long> deliveryIds) {
        var reader = new KeptEvidence(json);
        return jdbc
                .sql("""
                        with attempt as (
                            select a.*, e.kept, row_number() over (partition by delivery_id order by started_at) as place
                            from delivery_attempt a left join delivery_evidence e on e.id = a.evidence_id
                            where delivery_id = any(:ids))
                        select delivery_id, started_at as at, 'tried' as what, 0 as turn, place, sender, '' as status, 0 as error,
                               '' as detail, null as carrier_id, judged_at, consent_id, kept
                        from attempt
                        union all
                        select delivery_id, settled_at, 'answered', 1, place, sender,
                               -- It was taken; that it expired is told after it.
                               case when state = 'expired' then 'accepted' else state end, 0, detail, carrier_id, judged_at,
                               consent_id, kept
                        from attempt where settled_at is not null
                        union all
                        select a.delivery_id, n.at, 'told', 2, a.place, a.sender, n.status, n.error_code, '', n.carrier_id, a.judged_at,
                               a.consent_id, a.kept
                        from attempt a join delivery_news n on n.token = a.token
                        order by delivery_id, at, turn""")
                .param("ids", deliveryIds.toArray(Long[]::new))
                .query((row, index) -> happened(row, reader.of(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Happened::deliveryId));
    }

    private static Happened happened(ResultSet row, @Nullable Evidence evidence) throws SQLException {
        int error = row.getInt("error");
        return new Happened(
                row.getLong("delivery_id"),
                Columns.instant(row, "at"),
                row.getString("what"),
                row.getInt("place"),
                row.getString("sender"),
                row.getString("status"),
                error == 0 ? "" : "" + error,
                error == 0 ? row.getString("detail") : CarrierErrors.sentence(error),
                Objects.requireNonNullElse(row.getString("carrier_id"), ""),
                evidence);
    }
}
