package io.cloudpbx.contacts.store;

import io.cloudpbx.contacts.Category;
import io.cloudpbx.contacts.Consent;
import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.Proof;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code consent_ledger}, which only grows. */
@Repository
public class LedgerRows {
    private final JdbcClient jdbc;
    private final NumberHashes hashes;
    private final Clock clock;

    LedgerRows(JdbcClient jdbc, NumberHashes hashes, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.clock = clock;
    }

    public void append(PhoneNumber number, Consent entry) {
        Proof proof = entry.proof();
        Category category = entry.category();
        jdbc.sql("""
                        insert into consent_ledger
                            (id, number_hash, e164, act, category, recorded_at, at, source, method, wording,
                             wording_version, language, quote, person, address, user_agent, reference, actor)
                        values (:id, :hash, :number, :act, :category, :recordedAt, :at, :source, :method, :wording,
                             :wordingVersion, :language, :quote, :person, :address, :userAgent, :reference, :actor)""")
                .param("id", entry.id())
                .param("hash", hashes.of(number))
                .param("number", number.e164())
                .param("act", entry.act().name().toLowerCase(Locale.ROOT))
                .param("category", category == null ? null : category.name().toLowerCase(Locale.ROOT))
                .param("recordedAt", Times.utc(entry.recordedAt()))
                .param("at", Times.utc(entry.at()))
                .param("source", OptOutRows.text(entry.evidence().source()))
                .param("method", proof.method())
                .param("wording", proof.wording())
                .param("wordingVersion", proof.wordingVersion())
                .param("language", proof.language())
                .param("quote", entry.evidence().quote())
                .param("person", proof.person())
                .param("address", proof.address())
                .param("userAgent", proof.userAgent())
                .param("reference", entry.evidence().reference())
                .param("actor", entry.evidence().actor())
                .update();
    }

    /** In the order they were written. */
    public List<Consent> of(PhoneNumber number) {
        return jdbc.sql("select * from consent_ledger where number_hash = :hash order by seq")
                .param("hash", hashes.of(number))
                .query(LedgerRows::read)
                .list();
    }

    /** The same for several numbers; who has no entry is missing. */
    public Map<PhoneNumber, List<Consent>> among(Collection<PhoneNumber> numbers) {
        Map<ByteBuffer, PhoneNumber> byHash = new HashMap<>();
        numbers.forEach(number -> byHash.put(ByteBuffer.wrap(hashes.of(number)), number));
        Map<PhoneNumber, List<Consent>> found = new HashMap<>();
        jdbc.sql("select * from consent_ledger where number_hash = any(:hashes) order by seq")
                .param("hashes", byHash.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query((RowCallbackHandler) row -> found.computeIfAbsent(
                                Objects.requireNonNull(byHash.get(ByteBuffer.wrap(row.getBytes("number_hash")))),
                                number -> new ArrayList<>())
                        .add(read(row, 0)));
        return found;
    }

    public List<Consent> byIds(Collection<UUID> ids) {
        return jdbc.sql("select * from consent_ledger where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(LedgerRows::read)
                .list();
    }

    /** The one change that the table takes: what happened stays, whom it was about is forgotten. */
    public void forget(PhoneNumber number) {
        jdbc.sql("""
                        update consent_ledger
                        set e164 = null, reference = null, quote = '', person = '', address = '', user_agent = '',
                            erased_at = :now
                        where number_hash = :hash and erased_at is null""")
                .param("hash", hashes.of(number))
                .param("now", Times.utc(clock.instant()))
                .update();
    }

    private static Consent read(ResultSet row, int index) throws SQLException {
        return new Consent(
                row.getObject("id", UUID.class),
                Consent.Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
                category(row.getString("category")),
                Times.instant(row, "recorded_at"),
                Times.instant(row, "at"),
                new Evidence(
                        OptOutRows.source(row),
                        row.getString("quote"),
                        row.getString("reference"),
                        row.getString("actor")),
                new Proof(
                        row.getString("method"),
                        row.getString("wording"),
                        row.getString("wording_version"),
                        row.getString("language"),
                        row.getString("person"),
                        row.getString("address"),
                        row.getString("user_agent")));
    }

    private static @Nullable Category category(@Nullable String text) {
        return text == null ? null : Category.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
