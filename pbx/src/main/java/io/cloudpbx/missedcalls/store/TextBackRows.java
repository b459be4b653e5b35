package io.cloudpbx.missedcalls.store;

import io.cloudpbx.missedcalls.TextBack;
import io.cloudpbx.missedcalls.flow.When;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.templates.Template;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code text_back}, what was chosen for numbers, and {@code text_back_day}, who was texted when. */
@Repository
public class TextBackRows {
    private final JdbcClient jdbc;

    TextBackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<TextBack> all() {
        return jdbc.sql("select * from text_back order by number_id")
                .query(TextBackRows::read)
                .list();
    }

    public Optional<TextBack> find(UUID numberId) {
        return jdbc.sql("select * from text_back where number_id = :id")
                .param("id", numberId)
                .query(TextBackRows::read)
                .optional();
    }

    public void keep(TextBack chosen) {
        jdbc.sql("""
                        insert into text_back (number_id, covers, words) values (:id, :covers, :words)
                        on conflict (number_id) do update set covers = excluded.covers, words = excluded.words""")
                .param("id", chosen.numberId())
                .param("covers", chosen.when().name().toLowerCase(Locale.ROOT))
                .param("words", chosen.words().text())
                .update();
    }

    /** Whether nobody has asked this before, of this caller and day; of two at once, one hears that it is the first. */
    public boolean isFirstOfDay(PhoneNumber caller, LocalDate day, Instant now) {
        return jdbc.sql("""
                        insert into text_back_day (caller, day, at) values (:caller, :day, :now)
                        on conflict do nothing""")
                        .param("caller", caller.e164())
                        .param("day", day)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** How many are texted since then; held until the transaction ends, so that two at once do not both take the last place. */
    public int lockTextedSince(Instant then) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('text back'))::text")
                .query(String.class)
                .single();
        return jdbc.sql("select count(*) from text_back_day where at > :then")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    public void forgetBefore(LocalDate day) {
        jdbc.sql("delete from text_back_day where day < :day").param("day", day).update();
    }

    public void forget(Collection<PhoneNumber> callers) {
        jdbc.sql("delete from text_back_day where caller = any(:callers)")
                .param("callers", callers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .update();
    }

    private static TextBack read(ResultSet row, int index) throws SQLException {
        return new TextBack(
                row.getObject("number_id", UUID.class),
                When.valueOf(row.getString("covers").toUpperCase(Locale.ROOT)),
                new Template(row.getString("words")));
    }
}
