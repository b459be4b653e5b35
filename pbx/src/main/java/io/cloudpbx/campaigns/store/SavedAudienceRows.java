package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.Recipient;
import io.cloudpbx.campaigns.SavedAudience;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code saved_audience} and {@code saved_recipient}. */
@Repository
public class SavedAudienceRows {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final String SELECT = """
            select a.*, (select count(*) from saved_recipient r where r.audience_id = a.id) as people
            from saved_audience a
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SavedAudienceRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void insert(UUID id, String name, String by, Instant now) {
        jdbc.sql("insert into saved_audience (id, name, created_at, created_by) values (:id, :name, :now, :by)")
                .param("id", id)
                .param("name", name)
                .param("now", Columns.utc(now))
                .param("by", by)
                .update();
    }

    /** Copies everybody in a campaign's audience, with what is known of them. @return how many */
    public long copy(UUID campaignId, UUID audienceId) {
        return jdbc.sql("""
                        insert into saved_recipient (audience_id, place, number, fields)
                        select :audience, row_number() over (order by id), to_number, fields
                        from delivery where campaign_id = :campaign""")
                .param("audience", audienceId)
                .param("campaign", campaignId)
                .update();
    }

    /** In the order of their places, after one of them. */
    public List<Recipient> recipients(UUID audienceId, long after, int limit) {
        return jdbc.sql("""
                        select place, number, fields from saved_recipient
                        where audience_id = :audience and place > :after order by place limit :limit""")
                .param("audience", audienceId)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> recipient(row))
                .list();
    }

    private Recipient recipient(ResultSet row) throws SQLException {
        String fields = row.getString("fields");
        return new Recipient(
                row.getLong("place"),
                row.getString("number"),
                fields == null ? Map.of() : json.readValue(fields, FIELDS));
    }

    /** By their names. */
    public List<SavedAudience> all() {
        return jdbc.sql(SELECT + "order by lower(a.name)")
                .query(SavedAudienceRows::read)
                .list();
    }

    public Optional<SavedAudience> find(UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id)
                .query(SavedAudienceRows::read)
                .optional();
    }

    /** Whether another one is called so, in whatever letters. */
    public boolean isTaken(String name, UUID except) {
        return jdbc.sql("select exists (select from saved_audience where lower(name) = lower(:name) and id <> :except)")
                .param("name", name)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    public boolean rename(UUID id, String name) {
        return jdbc.sql("update saved_audience set name = :name where id = :id")
                        .param("id", id)
                        .param("name", name)
                        .update()
                == 1;
    }

    public boolean delete(UUID id) {
        return jdbc.sql("delete from saved_audience where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** They are in none of them any more. */
    public void forget(Collection<PhoneNumber> people) {
        jdbc.sql("delete from saved_recipient where number = any(:people)")
                .param("people", people.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .update();
    }

    private static SavedAudience read(ResultSet row, int index) throws SQLException {
        return new SavedAudience(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getLong("people"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"));
    }
}
