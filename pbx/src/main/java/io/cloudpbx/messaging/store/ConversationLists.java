package io.cloudpbx.messaging.store;

import io.cloudpbx.listing.Cursor;
import io.cloudpbx.messaging.Conversation;
import io.cloudpbx.messaging.ConversationCounts;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Several conversations at once: the inbox, and how many want something. */
@Repository
public class ConversationLists {
    private static final String HOLDS_WORDS = """
            and (contact_id = any(:contacts) or id in (
                select conversation_id from conversation_entry
                where kind in ('text_in', 'text_out', 'note')
                  and to_tsvector('simple', body) @@ to_tsquery('simple', :query)))""";

    private final JdbcClient jdbc;

    ConversationLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The inbox's drawers. */
    public enum Box {
        OPEN,
        MINE,
        NEEDS_PERSON,
        UNREAD,
        SNOOZED,
        DONE,
        ALL
    }

    /**
     * Which to list, and from where on.
     *
     * @param who whose {@link Box#MINE} are
     * @param words null lists all
     */
    public record Selection(
            Box box,
            UUID who,
            @Nullable Words words,
            @Nullable Cursor after) {}

    /**
     * What is searched for.
     *
     * @param contacts people whose name or number it is
     * @param query of PostgreSQL, over what was written
     */
    public record Words(Collection<UUID> contacts, String query) {}

    public List<Conversation> newest(Selection selection, int limit) {
        Cursor after = selection.after();
        Words words = selection.words();
        // Conditions that may be absent would, once the database plans for all values, be checked for each
        // conversation.
        String older = after == null ? "" : " and (last_at, id) < (:before, :beforeId)";
        return jdbc.sql("select * from conversation where " + condition(selection.box()) + older
                        + (words == null ? "" : " " + HOLDS_WORDS) + " order by last_at desc, id desc limit :limit")
                .param("who", selection.who())
                .param("before", after == null ? null : Columns.utc(after.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("beforeId", after == null ? null : after.id(), Types.OTHER)
                .param("query", words == null ? null : words.query())
                .param(
                        "contacts",
                        words == null ? new UUID[0] : words.contacts().toArray(UUID[]::new))
                .param("limit", limit)
                .query(ConversationRows::read)
                .list();
    }

    private static String condition(Box box) {
        return switch (box) {
            case OPEN -> "not done and snoozed_until is null";
            case MINE -> "not done and snoozed_until is null and owner_id = :who";
            case NEEDS_PERSON -> "not done and needs_person is not null";
            case UNREAD -> "unread > 0";
            case SNOOZED -> "snoozed_until is not null";
            case DONE -> "done";
            case ALL -> "true";
        };
    }

    public ConversationCounts counts() {
        return jdbc.sql("""
                        select count(*) filter (where not done and snoozed_until is null) as open,
                               count(*) filter (where unread > 0 and snoozed_until is null) as unread,
                               count(*) filter (where needs_person is not null and not done) as needs
                        from conversation where not done or unread > 0""")
                .query((row, index) ->
                        new ConversationCounts(row.getInt("open"), row.getInt("unread"), row.getInt("needs")))
                .single();
    }

    /** Those whose time has come. */
    public List<UUID> toWake(Instant now) {
        return jdbc.sql("select id from conversation where snoozed_until <= :now")
                .param("now", Columns.utc(now))
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }
}
