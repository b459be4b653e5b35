package io.cloudpbx.contacts.store;

import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.OptOut;
import io.cloudpbx.contacts.Pause;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code opt_out} and {@code marketing_pause}, both found by the hash of a number. */
@Repository
public class OptOutRows {
    private final JdbcClient jdbc;
    private final NumberHashes hashes;
    private final Clock clock;

    OptOutRows(JdbcClient jdbc, NumberHashes hashes, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** False when the number was opted out already; the first words then stay. */
    public boolean insert(PhoneNumber number, Evidence evidence) {
        return jdbc.sql("""
                        insert into opt_out (number_hash, id, e164, since, source, quote)
                        values (:hash, :id, :number, :now, :source, :quote) on conflict (number_hash) do nothing""")
                        .param("hash", hashes.of(number))
                        .param("id", UUID.randomUUID())
                        .param("number", number.e164())
                        .param("now", Times.utc(clock.instant()))
                        .param("source", text(evidence.source()))
                        .param("quote", evidence.quote())
                        .update()
                == 1;
    }

    /** Those whose number is still known, newest first, after the cursor. */
    public List<Listed> newest(@Nullable Cursor after, int limit) {
        return jdbc.sql("select * from opt_out where e164 is not null"
                        + (after == null ? "" : " and (since, id) < (:at, :id)")
                        + " order by since desc, id desc limit :limit")
                .param("at", after == null ? null : Times.utc(after.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query((row, index) -> new Listed(
                        row.getObject("id", UUID.class),
                        new OptOut(
                                new PhoneNumber(row.getString("e164")),
                                Times.instant(row, "since"),
                                source(row),
                                row.getString("quote"))))
                .list();
    }

    /** An opt-out with what its place in the list is known by. */
    public record Listed(UUID id, OptOut optOut) {
        public Cursor position() {
            return new Cursor(optOut.since(), id);
        }
    }

    public boolean delete(PhoneNumber number) {
        return jdbc.sql("delete from opt_out where number_hash = :hash")
                        .param("hash", hashes.of(number))
                        .update()
                == 1;
    }

    public Optional<OptOut> find(PhoneNumber number) {
        return jdbc.sql("select * from opt_out where number_hash = :hash")
                .param("hash", hashes.of(number))
                .query((row, index) ->
                        new OptOut(number, Times.instant(row, "since"), source(row), row.getString("quote")))
                .optional();
    }

    public Map<PhoneNumber, OptOut> among(Collection<PhoneNumber> numbers) {
        Map<PhoneNumber, OptOut> found = new HashMap<>();
        eachAmong(
                numbers,
                "opt_out",
                (number, row) -> found.put(
                        number, new OptOut(number, Times.instant(row, "since"), source(row), row.getString("quote"))));
        return found;
    }

    public Set<PhoneNumber> pausedAmong(Collection<PhoneNumber> numbers) {
        return pausesAmong(numbers).keySet();
    }

    public Map<PhoneNumber, Pause> pausesAmong(Collection<PhoneNumber> numbers) {
        Map<PhoneNumber, Pause> found = new HashMap<>();
        eachAmong(
                numbers,
                "marketing_pause",
                (number, row) -> found.put(
                        number, new Pause(number, Times.instant(row, "since"), source(row), row.getString("quote"))));
        return found;
    }

    /** Is given each row that one of the numbers has. */
    private interface Found {
        void take(PhoneNumber number, ResultSet row) throws SQLException;
    }

    private void eachAmong(Collection<PhoneNumber> numbers, String table, Found found) {
        Map<ByteBuffer, PhoneNumber> byHash = new HashMap<>();
        numbers.forEach(number -> byHash.put(ByteBuffer.wrap(hashes.of(number)), number));
        byte[][] wanted = byHash.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        jdbc.sql("select * from " + table + " where number_hash = any(:hashes)")
                .param("hashes", wanted)
                .query((RowCallbackHandler) row -> found.take(
                        Objects.requireNonNull(byHash.get(ByteBuffer.wrap(row.getBytes("number_hash")))), row));
    }

    /** Of several at once the first stays. */
    public void pause(PhoneNumber number, Evidence evidence) {
        jdbc.sql("""
                        insert into marketing_pause (number_hash, e164, since, source, quote)
                        values (:hash, :number, :now, :source, :quote) on conflict (number_hash) do nothing""")
                .param("hash", hashes.of(number))
                .param("number", number.e164())
                .param("now", Times.utc(clock.instant()))
                .param("source", text(evidence.source()))
                .param("quote", evidence.quote())
                .update();
    }

    public boolean resume(PhoneNumber number) {
        return jdbc.sql("delete from marketing_pause where number_hash = :hash")
                        .param("hash", hashes.of(number))
                        .update()
                == 1;
    }

    public Optional<Pause> pauseOf(PhoneNumber number) {
        return jdbc.sql("select * from marketing_pause where number_hash = :hash")
                .param("hash", hashes.of(number))
                .query((row, index) ->
                        new Pause(number, Times.instant(row, "since"), source(row), row.getString("quote")))
                .optional();
    }

    /** Leaves only the hash: the number is still not texted, and nobody can read whose it was. */
    public void forget(PhoneNumber number) {
        for (String table : new String[] {"opt_out", "marketing_pause"}) {
            jdbc.sql("update " + table + " set e164 = null, quote = '' where number_hash = :hash")
                    .param("hash", hashes.of(number))
                    .update();
        }
    }

    static String text(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    static Source source(ResultSet row) throws SQLException {
        return Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT));
    }
}
