package io.cloudpbx.voicemail.store;

import io.cloudpbx.listing.Conditions;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.Holding;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.voicemail.ReceivedRecording;
import io.cloudpbx.voicemail.Voicemail;
import io.cloudpbx.voicemail.Voicemail.Deleted;
import io.cloudpbx.voicemail.Voicemail.State;
import io.cloudpbx.voicemail.Voicemail.Transcript;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code voicemail} and {@code voicemail_transcript}. */
@Repository
public class VoicemailRows implements Holding {
    private static final String SELECT = """
            select v.*, t.text as transcript_text, t.reason as transcript_reason
            from voicemail v left join voicemail_transcript t using (recording_id)
            """;

    static final String FROM = SELECT + "where v.from_e164 = any(:numbers)";

    /** The mailbox that is no extension's. */
    private static final String GENERAL = "general";

    private final JdbcClient jdbc;
    private final Clock clock;

    VoicemailRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "voicemails";
    }

    @Override
    public String blobs() {
        return "select size, received_at as at from voicemail where state = 'stored'";
    }

    /** False when this recording is known already. */
    public boolean insert(UUID id, ReceivedRecording received, String blobKey) {
        PhoneNumber from = received.from();
        return jdbc.sql("""
                        insert into voicemail (id, recording_id, call_id, extension_id, from_e164, received_at, state, blob_key)
                        values (:id, :recording, :call, :extension, :from, :now, 'fetching', :blobKey)
                        on conflict (recording_id) do nothing""")
                        .param("id", id)
                        .param("recording", received.recording().value())
                        .param("call", received.call().value())
                        .param("extension", received.extensionId())
                        .param("from", from == null ? null : from.e164())
                        .param("now", now())
                        .param("blobKey", blobKey)
                        .update()
                == 1;
    }

    /** A text replaces an earlier "none", never the other way round. */
    public void keepTranscript(CarrierId recording, Transcript transcript) {
        jdbc.sql("""
                        insert into voicemail_transcript (recording_id, text, reason, received_at)
                        values (:recording, :text, :reason, :now)
                        on conflict (recording_id) do update set text = excluded.text, reason = null
                        where voicemail_transcript.text is null and excluded.text is not null""")
                .param("recording", recording.value())
                .param("text", transcript.text())
                .param("reason", transcript.reason())
                .param("now", now())
                .update();
    }

    public boolean stored(UUID id, Sound sound) {
        return jdbc.sql("""
                        update voicemail
                        set state = 'stored', size = :size, sha256 = :sha256, duration_ms = :duration, peaks = :peaks
                        where id = :id and state = 'fetching'""")
                        .param("id", id)
                        .param("size", sound.size())
                        .param("sha256", sound.sha256())
                        .param("duration", sound.length().toMillis())
                        .param("peaks", sound.peaks().toArray(Float[]::new))
                        .update()
                == 1;
    }

    public boolean leaveFetching(UUID id, State state) {
        return jdbc.sql("update voicemail set state = :state where id = :id and state = 'fetching'")
                        .param("id", id)
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .update()
                == 1;
    }

    /** False when it was so already. */
    public boolean listened(UUID id, boolean listened, String who) {
        return jdbc.sql("""
                        update voicemail set listened_at = :at, listened_by = :who
                        where id = :id and (listened_at is not null) <> :listened""")
                        .param("id", id)
                        .param("listened", listened)
                        .param("at", listened ? now() : null)
                        .param("who", listened ? who : null)
                        .update()
                == 1;
    }

    /** Puts it into another mailbox, where it is new; false when it is there already. */
    public boolean move(UUID id, UUID extensionId) {
        return jdbc.sql("""
                        update voicemail set extension_id = :extension, listened_at = null, listened_by = null
                        where id = :id and extension_id is distinct from :extension""").param("id", id).param("extension", extensionId).update() == 1;
    }

    /** False when it was so already. */
    public boolean markDeleted(UUID id, String who) {
        return jdbc.sql(
                                "update voicemail set deleted_at = :now, deleted_by = :who where id = :id and deleted_at is null")
                        .param("id", id)
                        .param("now", now())
                        .param("who", who)
                        .update()
                == 1;
    }

    /** False when it was not deleted. */
    public boolean bringBack(UUID id) {
        return jdbc.sql(
                                "update voicemail set deleted_at = null, deleted_by = null where id = :id and deleted_at is not null")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** As it is found, it stays until the transaction ends. */
    public Optional<Voicemail> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update of v")
                .param("id", id)
                .query(VoicemailRows::read)
                .optional();
    }

    public Optional<Voicemail> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(VoicemailRows::read)
                .optional();
    }

    public Optional<Voicemail> byRecording(CarrierId recording) {
        return jdbc.sql(SELECT + "where recording_id = :recording")
                .param("recording", recording.value())
                .query(VoicemailRows::read)
                .optional();
    }

    /** Oldest first; without empty and deleted ones. */
    public List<Voicemail> ofCall(CarrierId call) {
        return jdbc.sql(SELECT + """
                        where v.call_id = :call and v.state <> 'empty' and v.deleted_at is null
                        order by v.received_at, v.id""")
                .param("call", call.value())
                .query(VoicemailRows::read)
                .list();
    }

    /** All that these numbers left. */
    public List<Voicemail> from(Collection<PhoneNumber> numbers) {
        return jdbc.sql(FROM)
                .param("numbers", numbers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .query(VoicemailRows::read)
                .list();
    }

    /** With its transcript. */
    public void delete(Voicemail voicemail) {
        deleteTranscript(voicemail.recording());
        jdbc.sql("delete from voicemail where id = :id")
                .param("id", voicemail.id())
                .update();
    }

    /** It may have come before the recording's own news. */
    public void deleteTranscript(CarrierId recording) {
        jdbc.sql("delete from voicemail_transcript where recording_id = :recording")
                .param("recording", recording.value())
                .update();
    }

    /**
     * Which of them to list: one mailbox or all, only those not heard or all, and from where on.
     *
     * @param ext whose mailbox, or {@code general}; null lists all
     * @param deleted whether those that were deleted, instead of those that were not
     * @param sought null lists all
     */
    public record Selection(
            @Nullable String ext,
            boolean unheardOnly,
            boolean deleted,
            @Nullable Sought sought,
            @Nullable Cursor after) {}

    /**
     * What is searched for; one of them is enough.
     *
     * @param callers people whose name it is
     * @param digits a part of the number they called from; empty for none
     * @param query of PostgreSQL, over what they said
     */
    public record Sought(Collection<PhoneNumber> callers, String digits, String query) {}

    public List<Voicemail> newest(Selection selection, int limit) {
        Conditions wanted = wanted(selection);
        return jdbc.sql(newest(wanted))
                .params(wanted.values())
                .param("limit", limit)
                .query(VoicemailRows::read)
                .list();
    }

    static String newest(Conditions wanted) {
        return SELECT + "where " + wanted.text() + " order by v.received_at desc, v.id desc limit :limit";
    }

    static Conditions wanted(Selection selection) {
        Conditions wanted = Conditions.none()
                .and("v.state <> 'empty'")
                .and(selection.deleted() ? "v.deleted_at is not null" : "v.deleted_at is null")
                .after("v.received_at", selection.after());
        wanted = GENERAL.equals(selection.ext())
                ? wanted.and("v.extension_id is null")
                : wanted.given("v.extension_id in (select id from extension where ext = :ext)", "ext", selection.ext());
        if (selection.unheardOnly()) {
            wanted = wanted.and("v.listened_at is null");
        }
        return selection.sought() == null ? wanted : wanted.and(thatHold(selection.sought()));
    }

    private static Conditions thatHold(Sought sought) {
        Conditions theirs = Conditions.none()
                .and(
                        "v.from_e164 = any(:callers)",
                        "callers",
                        sought.callers().stream().map(PhoneNumber::e164).toArray(String[]::new));
        Conditions said = Conditions.none()
                .and(
                        "v.recording_id in (select recording_id from voicemail_transcript"
                                + " where to_tsvector('simple', text) @@ to_tsquery('simple', :query))",
                        "query",
                        sought.query());
        Conditions named = theirs.or(said);
        return sought.digits().isEmpty()
                ? named
                : named.or(Conditions.none().and("v.from_e164 like :digits", "digits", "%" + sought.digits() + "%"));
    }

    public int unheard() {
        return jdbc.sql("""
                        select count(*) from voicemail
                        where listened_at is null and deleted_at is null and state in ('fetching', 'stored')""").query(Integer.class).single();
    }

    public int receivedBetween(Instant from, Instant to) {
        return jdbc.sql(
                        "select count(*) from voicemail where state <> 'empty' and received_at >= :from and received_at < :to")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    public Map<UUID, Integer> unheardByExtension() {
        return jdbc
                .sql("""
                        select extension_id, count(*) as unheard from voicemail
                        where listened_at is null and deleted_at is null and state in ('fetching', 'stored')
                            and extension_id is not null
                        group by extension_id""")
                .query((row, index) -> Map.entry(row.getObject("extension_id", UUID.class), row.getInt("unheard")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Voicemail read(ResultSet row, int index) throws SQLException {
        String from = row.getString("from_e164");
        return new Voicemail(
                row.getObject("id", UUID.class),
                new CarrierId(row.getString("recording_id")),
                new CarrierId(row.getString("call_id")),
                row.getObject("extension_id", UUID.class),
                from == null ? null : new PhoneNumber(from),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("blob_key"),
                sound(row),
                instant(row, "listened_at"),
                row.getString("listened_by"),
                transcript(row),
                deleted(row));
    }

    private static @Nullable Deleted deleted(ResultSet row) throws SQLException {
        Instant at = instant(row, "deleted_at");
        return at == null ? null : new Deleted(at, row.getString("deleted_by"));
    }

    private static @Nullable Sound sound(ResultSet row) throws SQLException {
        return row.getArray("peaks") == null
                ? null
                : new Sound(
                        row.getLong("size"),
                        row.getString("sha256"),
                        Duration.ofMillis(row.getLong("duration_ms")),
                        List.of((Float[]) row.getArray("peaks").getArray()));
    }

    private static @Nullable Transcript transcript(ResultSet row) throws SQLException {
        String text = row.getString("transcript_text");
        String reason = row.getString("transcript_reason");
        return text == null && reason == null ? null : new Transcript(text, reason);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
