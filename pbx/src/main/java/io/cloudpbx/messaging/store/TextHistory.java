package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.SentElsewhere.Ended;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.flow.Meaning;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the texts so far tell about the next one. */
@Repository
public class TextHistory {
    private static final String LATEST = """
            from text_message
            where conversation_id = :conversation and created_at >= :since
              and (inbound or state in ('sending', 'accepted', 'unknown'))
            order by created_at desc, id desc limit :most""";

    private final JdbcClient jdbc;
    private final TextRows rows;

    TextHistory(JdbcClient jdbc, TextRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Texts of a conversation that came in or left, newest first. */
    public List<Text> latest(UUID conversationId, Instant since, int most) {
        return jdbc.sql("select * " + LATEST)
                .param("conversation", conversationId)
                .param("since", Columns.utc(since))
                .param("most", most)
                .query(rows.reader())
                .list();
    }

    /** What a text says, and which way it went. */
    public record Words(boolean inbound, String body) {}

    /** The same texts as {@link #latest}, by their words alone. */
    public List<Words> latestWords(UUID conversationId, Instant since, int most) {
        return jdbc.sql("select inbound, body " + LATEST)
                .param("conversation", conversationId)
                .param("since", Columns.utc(since))
                .param("most", most)
                .query((row, index) -> new Words(row.getBoolean("inbound"), row.getString("body")))
                .list();
    }

    public Map<UUID, Text> byIds(Collection<UUID> ids) {
        return jdbc
                .sql("select * from text_message where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(rows.reader())
                .list()
                .stream()
                .collect(Collectors.toMap(Text::id, Function.identity()));
    }

    /** Automatic texts to a number since then, whichever of our numbers they came from (S14). */
    public int automaticSince(PhoneNumber to, Instant since) {
        return jdbc.sql("""
                        select count(*) from text_message
                        where theirs = :to and not inbound and kind in ('assistant', 'informational')
                          and state in ('sending', 'accepted', 'unknown') and created_at > :since""")
                .param("to", to.e164())
                .param("since", Columns.utc(since))
                .query(Integer.class)
                .single();
    }

    public int marketingSince(PhoneNumber to, Instant since) {
        return jdbc.sql("""
                        select count(*) from text_message
                        where theirs = :to and not inbound and kind = 'marketing'
                          and state in ('sending', 'accepted', 'unknown') and created_at > :since""")
                .param("to", to.e164())
                .param("since", Columns.utc(since))
                .query(Integer.class)
                .single();
    }

    /** Texts of a kind that left, or are leaving, to several people since then; who had none is missing. */
    public Map<PhoneNumber, Integer> sentAmong(Collection<PhoneNumber> to, TextKind kind, Instant since) {
        Map<PhoneNumber, Integer> sent = new HashMap<>();
        jdbc.sql("""
                        select theirs, count(*) as count from text_message
                        where theirs = any(:people) and not inbound and state in ('sending', 'accepted', 'unknown')
                          and kind = :kind and created_at > :since group by theirs""")
                .param("people", e164(to))
                .param("kind", Columns.text(kind))
                .param("since", Columns.utc(since))
                .query((RowCallbackHandler)
                        row -> sent.put(new PhoneNumber(row.getString("theirs")), row.getInt("count")));
        return sent;
    }

    private static String[] e164(Collection<PhoneNumber> several) {
        return several.stream().map(PhoneNumber::e164).toArray(String[]::new);
    }

    /** How the newest text to each of these people stands that left since then, as far as the carrier said something of it. */
    public Map<PhoneNumber, Ended> endedAmong(Collection<PhoneNumber> people, Instant since) {
        Map<PhoneNumber, Ended> ended = new HashMap<>();
        jdbc.sql("""
                        select distinct on (theirs) theirs, created_at, error_code from text_message
                        where theirs = any(:people) and not inbound and carrier_status is not null and created_at > :since
                        order by theirs, created_at desc""")
                .param("people", e164(people))
                .param("since", Columns.utc(since))
                .query((RowCallbackHandler) row -> ended.put(
                        new PhoneNumber(row.getString("theirs")),
                        new Ended(Columns.instant(row, "created_at"), row.getInt("error_code"))));
        return ended;
    }

    /** The assistant's text before. */
    public Optional<String> previousAnswer(PhoneNumber to, Instant since) {
        return jdbc.sql("""
                        select body from text_message
                        where theirs = :to and kind = 'assistant' and state in ('sending', 'accepted', 'unknown')
                          and created_at > :since
                        order by created_at desc limit 1""")
                .param("to", to.e164())
                .param("since", Columns.utc(since))
                .query(String.class)
                .optional();
    }

    /** Segments and texts with media that left since then, as far as they cost something. */
    public Sent sentSince(Instant since) {
        return jdbc.sql("""
                        select coalesce(sum(segments) filter (where media_count = 0), 0) as segments,
                               count(*) filter (where media_count > 0) as media
                        from text_message
                        where not inbound and sent_at >= :since""")
                .param("since", Columns.utc(since))
                .query((row, index) -> new Sent(row.getLong("segments"), row.getLong("media")))
                .single();
    }

    /** When a fixed reply to texts of this meaning last left for a number. */
    public Optional<Instant> lastConfirmed(PhoneNumber to, Meaning meaning) {
        return jdbc.sql("""
                        select reply.created_at from text_message reply join text_message asked on asked.id = reply.answers
                        where reply.theirs = :to and reply.kind = 'confirmation' and asked.meaning = :meaning
                          and reply.state in ('sending', 'accepted', 'unknown')
                        order by reply.created_at desc limit 1""")
                .param("to", to.e164())
                .param("meaning", Columns.text(meaning))
                .query((row, index) -> Columns.instant(row, "created_at"))
                .optional();
    }

    public Optional<Meaning> meaning(UUID id) {
        return jdbc.sql("select meaning from text_message where id = :id and meaning is not null")
                .param("id", id)
                .query((row, index) -> Columns.value(Meaning.class, row.getString("meaning")))
                .optional();
    }

    /** Whether the assistant has answered a text, or is about to. */
    public boolean isAnswered(UUID inbound) {
        return jdbc.sql("""
                        select exists (select 1 from text_message
                            where answers = :inbound and kind = 'assistant' and state not in ('refused', 'canceled'))""").param("inbound", inbound).query(Boolean.class).single();
    }

    public boolean isKnown(CarrierId id) {
        return jdbc.sql("select exists (select 1 from text_message where carrier_id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Texts of which the carrier should have said more by now, oldest first. */
    public List<Text> quietSince(Instant since, Instant notBefore, int most) {
        return jdbc.sql("""
                        select * from text_message
                        where state = 'accepted' and changed_at < :since and created_at > :notBefore
                          and carrier_status in ('accepted', 'scheduled', 'queued', 'sending', 'sent')
                        order by changed_at limit :most""")
                .param("since", Columns.utc(since))
                .param("notBefore", Columns.utc(notBefore))
                .param("most", most)
                .query(rows.reader())
                .list();
    }

    /** Asked about, with no news. */
    public void lookedAt(UUID id, Instant at) {
        jdbc.sql("update text_message set changed_at = :at where id = :id")
                .param("id", id)
                .param("at", Columns.utc(at))
                .update();
    }

    /**
     * The assistant's newest draft that did not leave, if it came after all that they wrote. For each conversation only what is
     * newer than that is read, however long it is.
     */
    public Map<UUID, String> suggestions(Collection<UUID> conversationIds) {
        return jdbc
                .sql("""
                        select c.id as conversation_id, draft.body
                        from unnest(:conversations) as c (id) cross join lateral (
                            select d.body from text_message d
                            where d.conversation_id = c.id and d.kind = 'assistant' and d.state in ('refused', 'canceled')
                              and d.created_at > coalesce((select t.created_at from text_message t
                                  where t.conversation_id = c.id and (t.inbound or t.kind = 'personal')
                                  order by t.created_at desc limit 1), '-infinity')
                            order by d.created_at desc limit 1) draft""")
                .param("conversations", conversationIds.toArray(UUID[]::new))
                .query((row, index) -> Map.entry(row.getObject("conversation_id", UUID.class), row.getString("body")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
