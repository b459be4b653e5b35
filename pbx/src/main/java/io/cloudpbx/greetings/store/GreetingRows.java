package io.cloudpbx.greetings.store;

import io.cloudpbx.greetings.Greeting;
import io.cloudpbx.greetings.sound.Playable;
import io.cloudpbx.storage.Holding;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code greeting}. */
@Repository
public class GreetingRows implements Holding {
    private final JdbcClient jdbc;

    GreetingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "greetings";
    }

    @Override
    public String blobs() {
        return "select size, added_at as at from greeting";
    }

    /** Whether it was not there before. */
    public boolean insert(Greeting greeting) {
        List<Float> peaks = greeting.sound().peaks();
        return jdbc.sql("""
                        insert into greeting (name, type, size, duration_ms, peaks, blob_key, added_at, added_by)
                        values (:name, :type, :size, :duration, :peaks, :blobKey, :at, :by)
                        on conflict (name) do nothing""")
                        .param("name", greeting.name())
                        .param("type", greeting.sound().type())
                        .param("size", greeting.size())
                        .param("duration", greeting.sound().length().toMillis())
                        .param("peaks", peaks == null ? null : peaks.toArray(Float[]::new))
                        .param("blobKey", greeting.blobKey())
                        .param("at", greeting.addedAt().atOffset(ZoneOffset.UTC))
                        .param("by", greeting.addedBy())
                        .update()
                == 1;
    }

    /** The same content is elsewhere now. */
    public void moved(String name, String blobKey) {
        jdbc.sql("update greeting set blob_key = :blobKey where name = :name")
                .param("blobKey", blobKey)
                .param("name", name)
                .update();
    }

    public Optional<Greeting> find(String name) {
        return jdbc.sql("""
                        select name, type, size, duration_ms, peaks, blob_key, added_at, added_by from greeting where name = :name""").param("name", name).query(GreetingRows::read).optional();
    }

    private static Greeting read(ResultSet row, int index) throws SQLException {
        Array peaks = row.getArray("peaks");
        var heard = new Playable(
                row.getString("type"),
                Duration.ofMillis(row.getInt("duration_ms")),
                peaks == null ? null : List.of((Float[]) peaks.getArray()));
        return new Greeting(
                row.getString("name"),
                heard,
                row.getLong("size"),
                row.getString("blob_key"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"));
    }
}
