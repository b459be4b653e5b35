package io.cloudpbx.forgetting.store;

import io.cloudpbx.forgetting.AtCarrier;
import io.cloudpbx.forgetting.Kept;
import io.cloudpbx.forgetting.Wanted;
import io.cloudpbx.telephony.CarrierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code carrier_forgetting} and {@code kept_of_deleted}. */
@Repository
public class ForgettingRows {
    private final JdbcClient jdbc;

    ForgettingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Wanted wanted) {
        jdbc.sql("""
                        insert into carrier_forgetting (carrier_id, kind, has_media, person, asked_at)
                        values (:id, :kind, :media, :person, :at) on conflict do nothing""")
                .param("id", wanted.id().value())
                .param("kind", wanted.kind().name().toLowerCase(Locale.ROOT))
                .param("media", wanted.hasMedia())
                .param("person", wanted.person())
                .param("at", wanted.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Empty when it is done, given up, or was never wanted. */
    public Optional<Wanted> open(CarrierId id) {
        return jdbc.sql(
                        "select * from carrier_forgetting where carrier_id = :id and done_at is null and refusal is null")
                .param("id", id.value())
                .query(ForgettingRows::read)
                .optional();
    }

    public boolean knows(CarrierId id) {
        return jdbc.sql("select exists (select from carrier_forgetting where carrier_id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    public void done(CarrierId id, Instant at) {
        jdbc.sql("update carrier_forgetting set done_at = :at where carrier_id = :id")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void refused(CarrierId id, String refusal) {
        jdbc.sql("update carrier_forgetting set refusal = :refusal where carrier_id = :id")
                .param("id", id.value())
                .param("refusal", refusal)
                .update();
    }

    public void keep(UUID person, Kept what) {
        jdbc.sql("insert into kept_of_deleted (person, what) values (:person, :what) on conflict do nothing")
                .param("person", person)
                .param("what", what.name().toLowerCase(Locale.ROOT))
                .update();
    }

    public List<Kept> kept(UUID person) {
        return jdbc.sql("select what from kept_of_deleted where person = :person order by what")
                .param("person", person)
                .query((row, index) -> Kept.valueOf(row.getString("what").toUpperCase(Locale.ROOT)))
                .list();
    }

    public AtCarrier count(UUID person) {
        return jdbc.sql("""
                        select count(*) filter (where done_at is not null) as done,
                            count(*) filter (where done_at is null and refusal is null) as remaining,
                            count(*) filter (where refusal is not null) as refused
                        from carrier_forgetting where person = :person""")
                .param("person", person)
                .query((row, index) ->
                        new AtCarrier(row.getInt("done"), row.getInt("remaining"), row.getInt("refused")))
                .single();
    }

    private static Wanted read(ResultSet row, int index) throws SQLException {
        return new Wanted(
                new CarrierId(row.getString("carrier_id")),
                Wanted.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getBoolean("has_media"),
                row.getObject("person", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
