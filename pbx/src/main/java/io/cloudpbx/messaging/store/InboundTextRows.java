package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.InboundText;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code inbound_text}. */
@Repository
public class InboundTextRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    InboundTextRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a text once; PostgreSQL's text cannot hold U+0000, which is dropped. */
    public void keep(InboundText text) {
        jdbc.sql("""
                        insert into inbound_text (carrier_id, from_e164, to_e164, body, media_count, received_at)
                        values (:id, :from, :to, :body, :media, :now)
                        on conflict (carrier_id) do nothing""")
                .param("id", text.id().value())
                .param("from", text.from())
                .param("to", text.to())
                .param("body", text.body().replace("\0", ""))
                .param("media", text.mediaCount())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
