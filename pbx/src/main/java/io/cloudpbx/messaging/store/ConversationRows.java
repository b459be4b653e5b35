package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.Author;
import io.cloudpbx.messaging.Conversation;
import io.cloudpbx.messaging.Conversation.AnsweredBy;
import io.cloudpbx.messaging.Conversation.Last;
import io.cloudpbx.messaging.Conversation.Owner;
import io.cloudpbx.messaging.Entry;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
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

/**
 * The table {@code conversation}: one at a time. Lists are in {@link ConversationLists}. Locks leave the key free, so that rows
 * which refer to a conversation can be written meanwhile.
 */
@Repository
public class ConversationRows {
    private final JdbcClient jdbc;

    ConversationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With whom a conversation is: exactly one of the two. */
    public record With(@Nullable UUID contactId, @Nullable String address) {}

    /** Nothing happens when there is one with them. */
    public void insert(With with, AnsweredBy answeredBy, Instant now) {
        jdbc.sql("""
                        insert into conversation
                            (id, contact_id, address, answered_by, last_at, last_kind, last_author, last_text, created_at)
                        values (:id, :contact, :address, :answeredBy, :now, 'event', 'system', '', :now)
                        on conflict do nothing""")
                .param("id", UUID.randomUUID())
                .param("contact", with.contactId())
                .param("address", with.address())
                .param("answeredBy", Columns.text(answeredBy))
                .param("now", Columns.utc(now))
                .update();
    }

    /** The one conversation with somebody, held until the transaction ends. */
    public Optional<Conversation> lockWith(With with) {
        // One condition of two would be looked up in two indexes, whichever of them is meant.
        String whom = with.contactId() == null ? "address" : "contact_id";
        return jdbc.sql("select * from conversation where " + whom + " = :whom for no key update")
                .param("whom", with.contactId() == null ? with.address() : with.contactId())
                .query(ConversationRows::read)
                .optional();
    }

    /** Held until the transaction ends, so that who answers does not change meanwhile. */
    public Optional<Conversation> lock(UUID id) {
        return jdbc.sql("select * from conversation where id = :id for no key update")
                .param("id", id)
                .query(ConversationRows::read)
                .optional();
    }

    public Optional<Conversation> find(UUID id) {
        return jdbc.sql("select * from conversation where id = :id")
                .param("id", id)
                .query(ConversationRows::read)
                .optional();
    }

    public List<Conversation> byIds(Collection<UUID> ids) {
        return jdbc.sql("select * from conversation where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ConversationRows::read)
                .list();
    }

    public Optional<Conversation> ofContact(UUID contactId) {
        return jdbc.sql("select * from conversation where contact_id = :contact")
                .param("contact", contactId)
                .query(ConversationRows::read)
                .optional();
    }

    /**
     * They wrote: whoever had put the conversation away finds it again, and it ends with what they wrote. All in one statement,
     * as nothing happens more often.
     */
    public void heard(Entry entry, PhoneNumber ours, @Nullable PhoneNumber theirs) {
        EntryRows.inserting(jdbc.sql("with line as (" + EntryRows.INSERT + """
                        )
                        update conversation
                        set unread = unread + 1, heard_at = :at, done = false, snoozed_until = null,
                            ours = :ours, theirs = coalesce(:theirs, theirs),
                            last_at = greatest(last_at, :at),
                            last_kind = case when last_at <= :at then :kind else last_kind end,
                            last_author = case when last_at <= :at then :authorKind else last_author end,
                            last_text = case when last_at <= :at then :text else last_text end
                        where id = :conversation"""), entry)
                .param("text", entry.summary())
                .param("ours", ours.e164())
                .param("theirs", Columns.text(theirs))
                .update();
    }

    /** Between which numbers it goes on. */
    public void between(UUID id, PhoneNumber ours, PhoneNumber theirs) {
        jdbc.sql("update conversation set ours = :ours, theirs = :theirs where id = :id")
                .param("id", id)
                .param("ours", ours.e164())
                .param("theirs", theirs.e164())
                .update();
    }

    /** Whoever has not written yet is texted where they called from. */
    public void reachedFrom(UUID id, PhoneNumber theirs) {
        jdbc.sql("update conversation set theirs = :theirs where id = :id and theirs is null")
                .param("id", id)
                .param("theirs", theirs.e164())
                .update();
    }

    /** Something that somebody should look at came in beside the texts. */
    public void missed(UUID id) {
        jdbc.sql("update conversation set unread = unread + 1, done = false, snoozed_until = null where id = :id")
                .param("id", id)
                .update();
    }

    /**
     * What the list shows of it. An entry that is older than the last does not become the last, unless there is none: a call is
     * as old as its beginning, and the conversation that it makes is younger.
     */
    public void endsWith(Entry entry) {
        jdbc.sql("""
                        update conversation
                        set last_at = :at, last_kind = :kind, last_author = :author, last_text = :text
                        where id = :id and (last_at <= :at or last_kind = 'event' and last_text = '')""")
                .param("id", entry.conversationId())
                .param("at", Columns.utc(entry.at()))
                .param("kind", Columns.text(entry.kind()))
                .param("author", Columns.text(entry.author().kind()))
                .param("text", entry.summary())
                .update();
    }

    /** @param why a sentence; null when nobody needs to look any more */
    public void needsPerson(UUID id, @Nullable String why, boolean urgent) {
        jdbc.sql("update conversation set needs_person = :why, urgent = :urgent where id = :id")
                .param("id", id)
                .param("why", why)
                .param("urgent", urgent)
                .update();
    }

    /** Somebody else answers from now on; what was drafted before is stale. */
    public void answeredBy(UUID id, AnsweredBy answeredBy, @Nullable Owner owner) {
        jdbc.sql("""
                        update conversation
                        set answered_by = :by, epoch = epoch + 1, owner_id = :owner, owner_name = :name, needs_person = null,
                            urgent = false
                        where id = :id""")
                .param("id", id)
                .param("by", Columns.text(answeredBy))
                .param("owner", owner == null ? null : owner.userId())
                .param("name", owner == null ? null : owner.name())
                .update();
    }

    public void done(UUID id, boolean done) {
        jdbc.sql("""
                        update conversation
                        set done = :done, snoozed_until = null, unread = case when :done then 0 else unread end,
                            needs_person = case when :done then null else needs_person end,
                            urgent = urgent and not :done
                        where id = :id""").param("id", id).param("done", done).update();
    }

    public void snoozed(UUID id, @Nullable Instant until) {
        jdbc.sql("update conversation set snoozed_until = :until where id = :id")
                .param("id", id)
                .param("until", Columns.utcOrNull(until))
                .update();
    }

    /** False when it was so already. */
    public boolean read(UUID id, boolean read) {
        return jdbc.sql("""
                        update conversation set unread = case when :read then 0 else 1 end
                        where id = :id and (unread > 0) = :read""").param("id", id).param("read", read).update() == 1;
    }

    /** Two people turned out to be one: what was said with the one is said with the other. */
    public void merge(Conversation kept, Conversation gone) {
        for (String table : new String[] {"conversation_entry", "text_message"}) {
            jdbc.sql("update " + table + " set conversation_id = :kept where conversation_id = :gone")
                    .param("kept", kept.id())
                    .param("gone", gone.id())
                    .update();
        }
        jdbc.sql("""
                        update conversation k
                        set epoch = greatest(k.epoch, g.epoch) + 1, unread = k.unread + g.unread,
                            heard_at = greatest(k.heard_at, g.heard_at), done = k.done and g.done,
                            needs_person = coalesce(k.needs_person, g.needs_person), urgent = k.urgent or g.urgent,
                            answered_by = case when g.answered_by = 'person' then 'person' else k.answered_by end,
                            owner_id = coalesce(k.owner_id, g.owner_id), owner_name = coalesce(k.owner_name, g.owner_name)
                        from conversation g where k.id = :kept and g.id = :gone""").param("kept", kept.id()).param("gone", gone.id()).update();
        jdbc.sql("""
                        update conversation k
                        set last_at = g.last_at, last_kind = g.last_kind, last_author = g.last_author,
                            last_text = g.last_text, ours = g.ours, theirs = g.theirs
                        from conversation g where k.id = :kept and g.id = :gone and g.last_at > k.last_at""").param("kept", kept.id()).param("gone", gone.id()).update();
        jdbc.sql("delete from conversation where id = :gone")
                .param("gone", gone.id())
                .update();
    }

    /** A text that the carrier keeps, too. */
    public record Kept(CarrierId id, boolean hasMedia) {}

    /** Also under ids of attempts that failed and were made again. */
    public List<Kept> atCarrier(UUID id) {
        return jdbc.sql("""
                        select carrier_id, media_count > 0 as has_media from text_message
                        where conversation_id = :id and carrier_id is not null
                        union
                        select a.carrier_id, m.media_count > 0 from text_attempt a join text_message m on m.id = a.text_id
                        where m.conversation_id = :id and a.carrier_id is not null""")
                .param("id", id)
                .query((row, index) ->
                        new Kept(new CarrierId(row.getString("carrier_id")), row.getBoolean("has_media")))
                .list();
    }

    /** With all that was said in it. */
    public void forget(UUID id) {
        // What the carrier says of a text in this moment is written down before, and goes too, or finds no text any
        // more.
        jdbc.sql(
                        "select count(*) from (select from text_message where conversation_id = :id order by id for update) held")
                .param("id", id)
                .query(Long.class)
                .single();
        for (String table : new String[] {"text_media", "text_attempt", "text_news"}) {
            jdbc.sql("delete from " + table
                            + " where text_id in (select id from text_message where conversation_id = :id)")
                    .param("id", id)
                    .update();
        }
        for (String table : new String[] {"text_message", "conversation_entry"}) {
            jdbc.sql("delete from " + table + " where conversation_id = :id")
                    .param("id", id)
                    .update();
        }
        jdbc.sql("delete from conversation where id = :id").param("id", id).update();
    }

    /** A conversation whose person's id has become another's. */
    public void movedTo(UUID contactId, UUID newContactId) {
        jdbc.sql("update conversation set contact_id = :new where contact_id = :old")
                .param("old", contactId)
                .param("new", newContactId)
                .update();
    }

    static Conversation read(ResultSet row, int index) throws SQLException {
        return new Conversation(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("address"),
                Columns.value(AnsweredBy.class, row.getString("answered_by")),
                row.getLong("epoch"),
                owner(row),
                row.getString("needs_person"),
                row.getBoolean("urgent"),
                row.getBoolean("done"),
                Columns.instantOrNull(row, "snoozed_until"),
                row.getInt("unread"),
                Columns.number(row, "ours"),
                Columns.number(row, "theirs"),
                Columns.instantOrNull(row, "heard_at"),
                new Last(
                        Columns.instant(row, "last_at"),
                        Columns.value(Entry.Kind.class, row.getString("last_kind")),
                        Columns.value(Author.Kind.class, row.getString("last_author")),
                        row.getString("last_text")));
    }

    private static @Nullable Owner owner(ResultSet row) throws SQLException {
        UUID id = row.getObject("owner_id", UUID.class);
        return id == null ? null : new Owner(id, String.valueOf(row.getString("owner_name")));
    }
}
