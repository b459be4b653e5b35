package io.cloudpbx.storage;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Blobs of one kind, told by whoever keeps count of them. */
public interface Holding {
    /** A word that stays the same, such as {@code voicemails}. */
    String kind();

    Amount amount();

    /**
     * How much there is.
     *
     * @param bytes of all together
     * @param oldest when the oldest came; null where there is none
     */
    record Amount(long count, long bytes, @Nullable Instant oldest) {
        /** @param blobs a query of a row for each, with its {@code size} and {@code at}, when it came */
        public static Amount of(JdbcClient jdbc, String blobs) {
            return jdbc.sql("select count(*), coalesce(sum(size), 0) as bytes, min(at) as oldest from (" + blobs
                            + ") as blob")
                    .query((row, index) -> {
                        var oldest = row.getObject("oldest", OffsetDateTime.class);
                        return new Amount(
                                row.getLong("count"), row.getLong("bytes"), oldest == null ? null : oldest.toInstant());
                    })
                    .single();
        }
    }
}
