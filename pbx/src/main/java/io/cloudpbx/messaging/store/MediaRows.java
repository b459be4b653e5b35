package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.Media;
import io.cloudpbx.messaging.Media.Content;
import io.cloudpbx.messaging.Media.State;
import io.cloudpbx.storage.Holding;
import io.cloudpbx.telephony.CarrierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code text_media}. */
@Repository
public class MediaRows implements Holding {
    private final JdbcClient jdbc;

    MediaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "pictures";
    }

    @Override
    public String blobs() {
        return "select size, created_at as at from text_media where size is not null";
    }

    public void insert(Media media, Instant now) {
        Content content = media.content();
        jdbc.sql("""
                        insert into text_media (id, text_id, position, carrier_id, claimed_type, type, size, sha256, blob_key,
                            state, public_key, created_at)
                        values (:id, :text, :position, :carrierId, :claimed, :type, :size, :sha256, :blobKey, :state,
                            :publicKey, :now)
                        on conflict (carrier_id) do nothing""")
                .param("id", media.id())
                .param("text", media.textId())
                .param("position", media.position())
                .param(
                        "carrierId",
                        media.carrierId() == null ? null : media.carrierId().value())
                .param("claimed", media.claimedType())
                .param("type", content == null ? null : content.type())
                .param("size", content == null ? null : content.size())
                .param("sha256", content == null ? null : content.sha256())
                .param("blobKey", media.blobKey())
                .param("state", Columns.text(media.state()))
                .param("publicKey", media.publicKey())
                .param("now", Columns.utc(now))
                .update();
    }

    public Optional<Media> find(UUID id) {
        return jdbc.sql("select * from text_media where id = :id")
                .param("id", id)
                .query(MediaRows::read)
                .optional();
    }

    /** What the carrier may fetch under this key: only while its text, or one of the many that carry it, is on its way. */
    public Optional<Media> published(String publicKey, Instant textNotBefore, Instant now) {
        return jdbc.sql("""
                        select m.* from text_media m left join text_message t on t.id = m.text_id
                        where m.public_key = :key
                          and (coalesce(t.sent_at, t.changed_at) > :notBefore or m.published_until > :now)""")
                .param("key", publicKey)
                .param("now", Columns.utc(now))
                .param("notBefore", Columns.utc(textNotBefore))
                .query(MediaRows::read)
                .optional();
    }

    public List<Media> of(Collection<UUID> textIds) {
        return jdbc.sql("select * from text_media where text_id = any(:ids) order by text_id, position")
                .param("ids", textIds.toArray(UUID[]::new))
                .query(MediaRows::read)
                .list();
    }

    public List<Media> of(UUID textId) {
        return of(List.of(textId));
    }

    /** Where the files of a conversation are kept. */
    public List<String> keysOf(UUID conversationId) {
        return jdbc.sql("""
                        select m.blob_key from text_media m join text_message t on t.id = m.text_id
                        where t.conversation_id = :conversation""")
                .param("conversation", conversationId)
                .query((row, index) -> row.getString("blob_key"))
                .list();
    }

    /** Takes uploads for a text; how many of them were still free. */
    public int attach(List<UUID> ids, UUID textId) {
        int attached = 0;
        for (int position = 0; position < ids.size(); position++) {
            attached += jdbc.sql("""
                            update text_media set text_id = :text, position = :position
                            where id = :id and text_id is null and state = 'stored'""")
                    .param("id", ids.get(position))
                    .param("text", textId)
                    .param("position", position)
                    .update();
        }
        return attached;
    }

    /** Removes uploads from before that instant which no text took; the keys of their files. */
    public List<String> removeUnused(Instant before, int most) {
        return jdbc.sql("""
                        delete from text_media where text_id is null and id in (
                            select id from text_media where text_id is null and not kept and created_at < :before limit :most)
                        returning blob_key""")
                .param("before", Columns.utc(before))
                .param("most", most)
                .query((row, index) -> row.getString("blob_key"))
                .list();
    }

    public boolean stored(UUID id, Content content) {
        return jdbc.sql("""
                        update text_media set state = 'stored', type = :type, size = :size, sha256 = :sha256
                        where id = :id and state = 'fetching'""")
                        .param("id", id)
                        .param("type", content.type())
                        .param("size", content.size())
                        .param("sha256", content.sha256())
                        .update()
                == 1;
    }

    public boolean leaveFetching(UUID id, State state, String reason) {
        return jdbc.sql("""
                        update text_media set state = :state, reason = :reason
                        where id = :id and state = 'fetching'""")
                        .param("id", id)
                        .param("state", Columns.text(state))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    static Media read(ResultSet row, int index) throws SQLException {
        String carrierId = row.getString("carrier_id");
        return new Media(
                row.getObject("id", UUID.class),
                row.getObject("text_id", UUID.class),
                row.getInt("position"),
                carrierId == null ? null : new CarrierId(carrierId),
                row.getString("claimed_type"),
                content(row),
                row.getString("blob_key"),
                Columns.value(State.class, row.getString("state")),
                row.getString("reason"),
                row.getString("public_key"));
    }

    private static @Nullable Content content(ResultSet row) throws SQLException {
        String type = row.getString("type");
        return type == null ? null : new Content(type, row.getLong("size"), row.getString("sha256"));
    }
}
