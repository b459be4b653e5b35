package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.Media;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the table {@code text_media} holds for texts that are no part of a conversation. */
@Repository
public class KeptMediaRows {
    private final JdbcClient jdbc;

    KeptMediaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes uploads that nothing else has taken; how many of them. */
    public int keep(Collection<UUID> ids) {
        return jdbc.sql("""
                        update text_media set kept = true
                        where id = any(:ids) and text_id is null and state = 'stored' and not kept""").param("ids", array(ids)).update();
    }

    /** From now on nobody has them, as if nobody ever had. */
    public void release(Collection<UUID> ids) {
        jdbc.sql("update text_media set kept = false where id = any(:ids)")
                .param("ids", array(ids))
                .update();
    }

    public List<Media> all(Collection<UUID> ids) {
        return jdbc.sql("select * from text_media where id = any(:ids)")
                .param("ids", array(ids))
                .query(MediaRows::read)
                .list();
    }

    /** Has them published until then, or not much less: texts that leave together need not all write it. */
    public void publish(Collection<UUID> ids, Instant until, Duration less) {
        jdbc.sql("""
                        update text_media set published_until = :until
                        where id = any(:ids) and (published_until is null or published_until < :enough)""")
                .param("ids", array(ids))
                .param("until", Columns.utc(until))
                .param("enough", Columns.utc(until.minus(less)))
                .update();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
