package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code found_text}. */
@Repository
public class FoundTextRows {
    private final JdbcClient jdbc;

    FoundTextRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that the carrier sent for us. */
    public record Found(CarrierId id, PhoneNumber ours, String theirs, Instant at, int segments, boolean withMedia) {}

    /** @return those that were not there before */
    public Set<CarrierId> insert(List<Found> texts, boolean inThread) {
        return new HashSet<>(jdbc.sql("""
                        insert into found_text (carrier_id, ours, theirs, at, segments, with_media, in_thread)
                        select *, :inThread
                        from unnest(:ids::text[], :ours::text[], :theirs::text[], :times::text[]::timestamptz[], :segments::int[],
                                    :media::boolean[]) as found (id, ours, theirs, at, segments, media)
                        order by id on conflict do nothing returning carrier_id""")
                .param("ids", texts(texts, each -> each.id().value()))
                .param("ours", texts(texts, each -> each.ours().e164()))
                .param("theirs", texts(texts, Found::theirs))
                .param("times", texts(texts, each -> each.at().toString()))
                .param("segments", texts.stream().map(Found::segments).toArray(Integer[]::new))
                .param("media", texts.stream().map(Found::withMedia).toArray(Boolean[]::new))
                .param("inThread", inThread)
                .query((row, index) -> new CarrierId(row.getString("carrier_id")))
                .list());
    }

    private static String[] texts(List<Found> texts, Function<Found, String> text) {
        return texts.stream().map(text).toArray(String[]::new);
    }

    /** The conversations with these contacts; with whom there is none is missing. */
    public Map<UUID, UUID> conversations(Collection<UUID> contacts) {
        Map<UUID, UUID> conversations = new HashMap<>();
        jdbc.sql("select contact_id, id from conversation where contact_id = any(:contacts)")
                .param("contacts", contacts.toArray(UUID[]::new))
                .query((RowCallbackHandler) row ->
                        conversations.put(row.getObject("contact_id", UUID.class), row.getObject("id", UUID.class)));
        return conversations;
    }

    /** How many left for each of these people since then. */
    public Map<PhoneNumber, Integer> to(Collection<PhoneNumber> people, Instant since) {
        Map<PhoneNumber, Integer> sent = new HashMap<>();
        jdbc.sql("""
                        select theirs, count(*) as count from found_text
                        where theirs = any(:people) and at > :since group by theirs""")
                .param("people", people.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .param("since", Columns.utc(since))
                .query((RowCallbackHandler)
                        row -> sent.put(new PhoneNumber(row.getString("theirs")), row.getInt("count")));
        return sent;
    }

    /** How much of it left since then that stands in no conversation. */
    public Sent sentSince(Instant since) {
        return jdbc.sql("""
                        select coalesce(sum(segments), 0) as segments, count(*) filter (where with_media) as media
                        from found_text where not in_thread and at >= :since""")
                .param("since", Columns.utc(since))
                .query((row, index) -> new Sent(row.getLong("segments"), row.getLong("media")))
                .single();
    }

    /** A text that the carrier keeps, of somebody who is forgotten here. */
    public record Forgotten(CarrierId id, boolean withMedia) {}

    public List<Forgotten> forget(Collection<PhoneNumber> people) {
        return jdbc.sql("delete from found_text where theirs = any(:people) returning carrier_id, with_media")
                .param("people", people.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .query((row, index) ->
                        new Forgotten(new CarrierId(row.getString("carrier_id")), row.getBoolean("with_media")))
                .list();
    }
}
