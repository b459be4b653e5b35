package io.cloudpbx.extensions.store;

import io.cloudpbx.extensions.Alias;
import io.cloudpbx.extensions.AliasConfirmed;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code extension_alias} and {@code extension_alias_confirmation}: no alias is there without a confirmation. */
@Repository
public class AliasRows {
    private final JdbcClient jdbc;

    AliasRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of extensions in use that nobody took off, best confirmed first. */
    public List<Alias> all() {
        return jdbc.sql("""
                        select a.id, a.extension_id, a.words, count(*) as times, count(distinct c.caller) as callers,
                            min(c.heard_at) as first_heard, max(c.heard_at) as last_heard
                        from extension_alias a
                        join extension e on e.id = a.extension_id and e.active
                        join extension_alias_confirmation c on c.alias_id = a.id
                        where a.dismissed_at is null
                        group by a.id
                        order by callers desc, times desc, last_heard desc, a.words""").query(AliasRows::read).list();
    }

    public void add(UUID id, UUID extensionId, String words) {
        jdbc.sql("""
                        insert into extension_alias (id, extension_id, words) values (:id, :extension, :words)
                        on conflict (extension_id, words) do nothing""")
                .param("id", id)
                .param("extension", extensionId)
                .param("words", words)
                .update();
    }

    /** Does nothing where nobody has added the alias, or a person took it off. */
    public void confirm(AliasConfirmed confirmed) {
        jdbc.sql("""
                        insert into extension_alias_confirmation (alias_id, call_id, caller, heard_at)
                        select id, :call, :caller, :at from extension_alias
                        where extension_id = :extension and words = :words and dismissed_at is null
                        on conflict (alias_id, call_id) do nothing""")
                .param("call", confirmed.callId())
                .param("caller", confirmed.caller().e164())
                .param("at", at(confirmed.at()))
                .param("extension", confirmed.extensionId())
                .param("words", confirmed.words())
                .update();
    }

    /** Forgets all of an extension but the best confirmed. */
    public void keepBest(UUID extensionId, int most) {
        jdbc.sql("""
                        delete from extension_alias where id in (
                            select a.id from extension_alias a join extension_alias_confirmation c on c.alias_id = a.id
                            where a.extension_id = :extension and a.dismissed_at is null
                            group by a.id order by count(distinct c.caller) desc, max(c.heard_at) desc, a.id offset :most)""").param("extension", extensionId).param("most", most).update();
    }

    /** What somebody confirmed since then for others than this one. */
    public void withdraw(PhoneNumber caller, UUID reached, Instant since) {
        jdbc.sql("""
                        delete from extension_alias_confirmation c using extension_alias a
                        where a.id = c.alias_id and a.extension_id <> :reached and c.caller = :caller and c.heard_at >= :since""")
                .param("reached", reached)
                .param("caller", caller.e164())
                .param("since", at(since))
                .update();
        deleteUnconfirmed();
    }

    public boolean dismiss(UUID extensionId, UUID id, Instant now) {
        return jdbc.sql("""
                        update extension_alias set dismissed_at = :now
                        where id = :id and extension_id = :extension and dismissed_at is null""")
                        .param("now", at(now))
                        .param("id", id)
                        .param("extension", extensionId)
                        .update()
                == 1;
    }

    public boolean restore(UUID extensionId, UUID id) {
        return jdbc.sql("update extension_alias set dismissed_at = null where id = :id and extension_id = :extension")
                        .param("id", id)
                        .param("extension", extensionId)
                        .update()
                == 1;
    }

    /** How many confirmations there were. */
    public int forgetBefore(Instant before) {
        int forgotten = jdbc.sql("delete from extension_alias_confirmation where heard_at < :before")
                .param("before", at(before))
                .update();
        deleteUnconfirmed();
        return forgotten;
    }

    public void forgetCallers(Collection<PhoneNumber> numbers) {
        jdbc.sql("delete from extension_alias_confirmation where caller = any(:numbers)")
                .param("numbers", numbers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .update();
        deleteUnconfirmed();
    }

    private void deleteUnconfirmed() {
        jdbc.sql("""
                        delete from extension_alias a
                        where not exists (select from extension_alias_confirmation c where c.alias_id = a.id)""").update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Alias read(ResultSet row, int index) throws SQLException {
        return new Alias(
                row.getObject("id", UUID.class),
                row.getObject("extension_id", UUID.class),
                row.getString("words"),
                row.getInt("times"),
                row.getInt("callers"),
                row.getObject("first_heard", OffsetDateTime.class).toInstant(),
                row.getObject("last_heard", OffsetDateTime.class).toInstant());
    }
}
