package io.cloudpbx.access.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links by which the first owner may be made, known by their hash. */
@Repository
public class SetUpLinks {
    private final JdbcClient jdbc;

    SetUpLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(byte[] hash, Instant expiresAt) {
        jdbc.sql("insert into setup_links (token_hash, expires_at) values (:hash, :expires)")
                .param("hash", hash)
                .param("expires", Times.utc(expiresAt))
                .update();
    }

    public Optional<Instant> expiryOf(byte[] hash) {
        return jdbc.sql("select expires_at from setup_links where token_hash = :hash")
                .param("hash", hash)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Until the end of the transaction nobody else uses a link. */
    public void lock() {
        jdbc.sql("lock table setup_links in exclusive mode").update();
    }

    public void deleteAll() {
        jdbc.sql("delete from setup_links").update();
    }
}
