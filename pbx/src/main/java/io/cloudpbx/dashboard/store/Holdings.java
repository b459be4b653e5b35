package io.cloudpbx.dashboard.store;

import io.cloudpbx.storage.Holding;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much there is of every kind of blob. */
@Repository
public class Holdings {
    private final JdbcClient jdbc;
    private final List<Holding> all;

    Holdings(JdbcClient jdbc, List<Holding> all) {
        this.jdbc = jdbc;
        this.all = all;
    }

    /** @param oldest when the oldest came; null where there is none */
    public record Amount(
            String kind, long count, long bytes, @Nullable Instant oldest) {}

    public List<Amount> amounts() {
        return all.stream().map(this::amount).toList();
    }

    private Amount amount(Holding holding) {
        return jdbc.sql("select count(*), coalesce(sum(size), 0) as bytes, min(at) as oldest from (" + holding.blobs()
                        + ") as blob")
                .query((row, index) -> {
                    var oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Amount(
                            holding.kind(),
                            row.getLong("count"),
                            row.getLong("bytes"),
                            oldest == null ? null : oldest.toInstant());
                })
                .single();
    }
}
