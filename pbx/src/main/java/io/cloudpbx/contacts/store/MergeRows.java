package io.cloudpbx.contacts.store;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code contact_merge}, and what two contacts need to become one. */
@Repository
public class MergeRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    MergeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In one order for everybody: who merges them the other way round at the same moment waits, and then finds it done. */
    public void lock(UUID one, UUID other) {
        jdbc.sql("select id from contact where id = any(:ids) order by id for update")
                .param("ids", new UUID[] {one, other})
                .query(UUID.class)
                .list();
    }

    /** Notes where the contact went, and moves its numbers there. */
    public void handOver(UUID goneId, UUID keptId) {
        jdbc.sql("insert into contact_merge (gone_id, kept_id, at) values (:gone, :kept, :now)")
                .param("gone", goneId)
                .param("kept", keptId)
                .param("now", Times.utc(clock.instant()))
                .update();
        jdbc.sql("update contact_number set contact_id = :kept where contact_id = :gone")
                .param("kept", keptId)
                .param("gone", goneId)
                .update();
    }
}
