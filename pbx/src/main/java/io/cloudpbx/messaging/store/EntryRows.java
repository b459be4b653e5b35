package io.cloudpbx.messaging.store;

import io.cloudpbx.listing.Cursor;
import io.cloudpbx.messaging.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table {@code conversation_entry}. */
@Repository
public class EntryRows {
    /** Nothing happens when this call, voicemail or text has an entry already. */
    static final String INSERT = """
            insert into conversation_entry
                (id, conversation_id, at, kind, reference, author_kind, author_id, author_name, body)
            values (:id, :conversation, :at, :kind, :reference, :authorKind, :authorId, :authorName, :body)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this call, voicemail or text has an entry already. */
    public boolean insert(Entry entry) {
        return inserting(jdbc.sql(INSERT), entry).update() == 1;
    }

    /** What a campaign texted to a contact. */
    public record Campaigned(UUID contactId, String reference, Instant at, String campaign, String words) {}

    /** Into conversations that there are. @return those lines that were not there before */
    public List<Entry> addCampaigned(List<Campaigned> lines) {
        return jdbc.sql("""
                        insert into conversation_entry
                            (id, conversation_id, at, kind, reference, author_kind, author_id, author_name, body)
                        select gen_random_uuid(), c.id, line.at, 'campaign', line.reference, 'system', null, line.campaign,
                               line.words
                        from unnest(:contacts::uuid[], :references::text[], :times::text[]::timestamptz[], :campaigns::text[],
                                    :words::text[]) as line (contact, reference, at, campaign, words)
                        join conversation c on c.contact_id = line.contact
                        on conflict do nothing
                        returning *""")
                .param("contacts", lines.stream().map(Campaigned::contactId).toArray(UUID[]::new))
                .param("references", texts(lines, Campaigned::reference))
                .param("times", texts(lines, line -> line.at().toString()))
                .param("campaigns", texts(lines, Campaigned::campaign))
                .param("words", texts(lines, Campaigned::words))
                .query(EntryRows::read)
                .list();
    }

    private static String[] texts(List<Campaigned> lines, Function<Campaigned, String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }

    /** What campaigns texted since then, oldest first. */
    public List<Entry> campaigned(UUID conversationId, Instant since) {
        return jdbc.sql("""
                        select * from conversation_entry
                        where conversation_id = :conversation and kind = 'campaign' and at >= :since order by at""")
                .param("conversation", conversationId)
                .param("since", Columns.utc(since))
                .query(EntryRows::read)
                .list();
    }

    /** A statement that holds {@link #INSERT}, with what it asks for. */
    static StatementSpec inserting(StatementSpec statement, Entry entry) {
        return statement
                .param("id", entry.id())
                .param("conversation", entry.conversationId())
                .param("at", Columns.utc(entry.at()))
                .param("kind", Columns.text(entry.kind()))
                .param("reference", entry.reference())
                .param("authorKind", Columns.text(entry.author().kind()))
                .param("authorId", entry.author().userId())
                .param("authorName", entry.author().name())
                .param("body", entry.body());
    }

    /** What a call or voicemail has become; empty when it has no entry. */
    public Optional<Entry> rewrite(Entry.Kind kind, String reference, String body) {
        return jdbc.sql("""
                        update conversation_entry set body = :body
                        where kind = :kind and reference = :reference and body <> :body returning *""")
                .param("kind", Columns.text(kind))
                .param("reference", reference)
                .param("body", body)
                .query(EntryRows::read)
                .optional();
    }

    public Optional<Entry> find(UUID id) {
        return jdbc.sql("select * from conversation_entry where id = :id")
                .param("id", id)
                .query(EntryRows::read)
                .optional();
    }

    /** In the order in which they were added. */
    public List<Entry> byIds(Collection<UUID> ids) {
        return jdbc.sql("select * from conversation_entry where id = any(:ids) order by at, id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(EntryRows::read)
                .list();
    }

    public List<Entry> newest(UUID conversationId, @Nullable Cursor after, int limit) {
        // A condition that may be absent would, once the database plans for all values, be checked for each newer line.
        String older = after == null ? "" : "and (at, id) < (:before, :beforeId)";
        return jdbc.sql("select * from conversation_entry where conversation_id = :conversation " + older
                        + " order by at desc, id desc limit :limit")
                .param("conversation", conversationId)
                .param("before", after == null ? null : Columns.utc(after.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("beforeId", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query(EntryRows::read)
                .list();
    }

    /** How many lines there are, and where one that is searched for stands from the end. */
    public int count(UUID conversationId) {
        return jdbc.sql("select count(*) from conversation_entry where conversation_id = :conversation")
                .param("conversation", conversationId)
                .query(Integer.class)
                .single();
    }

    /** When the newest of a kind came. */
    public Optional<Instant> latest(UUID conversationId, Entry.Kind kind, Instant since) {
        return jdbc.sql("""
                        select at from conversation_entry
                        where conversation_id = :conversation and kind = :kind and at >= :since
                        order by at desc limit 1""")
                .param("conversation", conversationId)
                .param("kind", Columns.text(kind))
                .param("since", Columns.utc(since))
                .query((row, index) -> Columns.instant(row, "at"))
                .optional();
    }

    static Entry read(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                Columns.instant(row, "at"),
                Columns.value(Entry.Kind.class, row.getString("kind")),
                row.getString("reference"),
                Columns.author(row),
                row.getString("body"));
    }
}
