package io.cloudpbx.hooks.store;

import io.cloudpbx.hooks.Endpoint;
import io.cloudpbx.hooks.EndpointWish;
import io.cloudpbx.hooks.EventType;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code webhook_endpoint}. */
@Repository
public class EndpointRows {
    private final JdbcClient jdbc;

    EndpointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    public List<Endpoint> all() {
        return jdbc.sql("select * from webhook_endpoint order by created_at, id")
                .query(EndpointRows::read)
                .list();
    }

    public Optional<Endpoint> find(UUID id) {
        return jdbc.sql("select * from webhook_endpoint where id = :id")
                .param("id", id)
                .query(EndpointRows::read)
                .optional();
    }

    /** Everything that any of them wants to hear of. */
    public Set<EventType> wanted() {
        return Set.copyOf(jdbc.sql("select distinct unnest(types) as type from webhook_endpoint")
                .query((row, index) -> EventType.valueOf(row.getString("type")))
                .list());
    }

    /** Who adds one waits for whoever does so at this moment, so that both see how many there are. */
    public int countAlone() {
        jdbc.sql("lock table webhook_endpoint in share row exclusive mode").update();
        return jdbc.sql("select count(*) as many from webhook_endpoint")
                .query((row, index) -> row.getInt("many"))
                .single();
    }

    public void insert(Endpoint endpoint, byte[] sealedSecret) {
        jdbc.sql("""
                        insert into webhook_endpoint (id, url, description, types, sealed_secret, created_at, created_by)
                        values (:id, :url, :description, :types::text[], :secret, :at, :by)""")
                .param("id", endpoint.id())
                .param("url", endpoint.url().toString())
                .param("description", endpoint.description())
                .param("types", names(endpoint.types()))
                .param("secret", sealedSecret)
                .param("at", Columns.utc(endpoint.createdAt()))
                .param("by", endpoint.createdBy())
                .update();
    }

    /** Whether there was one. */
    public boolean update(UUID id, EndpointWish wish) {
        return jdbc.sql("""
                                update webhook_endpoint set url = :url, description = :description, types = :types::text[]
                                where id = :id""")
                        .param("id", id)
                        .param("url", wish.url().toString())
                        .param("description", wish.description())
                        .param("types", names(wish.types()))
                        .update()
                > 0;
    }

    public boolean delete(UUID id) {
        return jdbc.sql("delete from webhook_endpoint where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Whether it was not paused before. */
    public boolean pause(UUID id, String why, boolean byItself, Instant at) {
        return jdbc.sql("""
                                update webhook_endpoint set paused_at = :at, paused_why = :why, paused_by_itself = :itself
                                where id = :id and paused_at is null""")
                        .param("id", id)
                        .param("at", Columns.utc(at))
                        .param("why", why)
                        .param("itself", byItself)
                        .update()
                > 0;
    }

    public boolean resume(UUID id) {
        return jdbc.sql("""
                                update webhook_endpoint
                                set paused_at = null, paused_why = null, paused_by_itself = false where id = :id""").param("id", id).update() > 0;
    }

    /** A new secret beside the present one, which holds until then; the one before that holds no more. */
    public void rotate(UUID id, byte[] sealedSecret, Instant oldUntil) {
        jdbc.sql("""
                        update webhook_endpoint
                        set sealed_old_secret = sealed_secret, old_secret_until = :until, sealed_secret = :secret
                        where id = :id""")
                .param("id", id)
                .param("secret", sealedSecret)
                .param("until", Columns.utc(oldUntil))
                .update();
    }

    /** @param old null when there is none */
    public record Secrets(byte[] present, byte @Nullable [] old) {}

    /** Those that are valid at an instant. */
    public Optional<Secrets> secrets(UUID id, Instant at) {
        return jdbc.sql("""
                        select sealed_secret, case when old_secret_until > :at then sealed_old_secret end as old
                        from webhook_endpoint where id = :id""")
                .param("id", id)
                .param("at", Columns.utc(at))
                .query((row, index) -> new Secrets(row.getBytes("sealed_secret"), row.getBytes("old")))
                .optional();
    }

    private static String[] names(Collection<EventType> types) {
        return types.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Endpoint read(ResultSet row, int index) throws SQLException {
        return new Endpoint(
                row.getObject("id", UUID.class),
                URI.create(row.getString("url")),
                row.getString("description"),
                types((String[]) row.getArray("types").getArray()),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                Columns.instantOrNone(row, "old_secret_until"),
                Columns.instantOrNone(row, "paused_at"),
                row.getString("paused_why"),
                row.getBoolean("paused_by_itself"));
    }

    private static Set<EventType> types(String[] names) {
        return Arrays.stream(names).map(EventType::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
