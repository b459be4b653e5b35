package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.flow.Evidence;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What deliveries left by, from the tables {@code delivery_attempt} and {@code delivery_evidence} (C24). */
@Repository
public class EvidenceRows {
    private static final String LEFT_BY = """
            select d.id, a.judged_at, a.consent_id, e.kept
            from delivery d
                join delivery_attempt a on a.token = d.token
                join delivery_evidence e on e.id = a.evidence_id
            -- An attempt that was skipped at the last look was no text, and what let it go before holds no more.
            where d.id = any(:ids) and d.state <> 'skipped'""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EvidenceRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Of the attempt that counts for each; who got none, or one of before these were kept, is missing. */
    public Map<Long, Evidence> of(Collection<Long> deliveryIds) {
        Map<Long, Evidence> found = new HashMap<>();
        var reader = new KeptEvidence(json);
        jdbc.sql(LEFT_BY).param("ids", deliveryIds.toArray(Long[]::new)).query((RowCallbackHandler) row -> {
            Evidence evidence = reader.of(row);
            if (evidence != null) {
                found.put(row.getLong("id"), evidence);
            }
        });
        return found;
    }
}
