package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.Intake.Rejected;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/**
 * How an audience becomes deliveries: copied into a table of this transaction alone, as fast as the database takes rows, and from
 * there each number once. Its rows come as a stream; none is kept in memory.
 */
@Repository
public class AudienceRows {
    private static final int BUFFER = 64 * 1024;

    /** A second's work or so, in lines. */
    private static final int PART = 25_000;

    private final JdbcClient jdbc;
    private final DataSource source;

    AudienceRows(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** Where rows go, one by one; to be used within one transaction. */
    public final class Staging {
        private final CopyIn copy;
        private final StringBuilder buffer = new StringBuilder(BUFFER + 2_000);

        private Staging(CopyIn copy) {
            this.copy = copy;
        }

        /**
         * @param fields as JSON; null for none
         * @param code why it is not taken; null when it is
         */
        public void add(long line, String number, @Nullable String fields, @Nullable String code) {
            buffer.append(line).append('\t');
            escape(number);
            buffer.append('\t');
            escapeOrNull(fields);
            buffer.append('\t');
            escapeOrNull(code);
            buffer.append('\n');
            if (buffer.length() > BUFFER) {
                flush();
            }
        }

        private void escapeOrNull(@Nullable String text) {
            if (text == null) {
                buffer.append("\\N");
            } else {
                escape(text);
            }
        }

        private void escape(String text) {
            for (int at = 0; at < text.length(); at++) {
                char letter = text.charAt(at);
                switch (letter) {
                    case '\\' -> buffer.append("\\\\");
                    case '\t' -> buffer.append("\\t");
                    case '\n' -> buffer.append("\\n");
                    case '\r' -> buffer.append("\\r");
                    // PostgreSQL's text cannot hold it.
                    case '\0' -> {}
                    default -> buffer.append(letter);
                }
            }
        }

        private void flush() {
            byte[] rows = buffer.toString().getBytes(StandardCharsets.UTF_8);
            buffer.setLength(0);
            try {
                copy.writeToCopy(rows, 0, rows.length);
            } catch (SQLException failed) {
                throw new IllegalStateException("The database did not take the rows", failed);
            }
        }
    }

    /** Brings rows into the staging table. */
    public interface Brought {
        void into(Staging staging) throws IOException;
    }

    public void stage(Brought brought) {
        jdbc.sql(
                        "create temp table if not exists audience (line bigint, number text, fields text, code text) on commit drop")
                .update();
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy audience (line, number, fields, code) from stdin");
            var staging = new Staging(copy);
            try {
                brought.into(staging);
                staging.flush();
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The database did not take the rows", failed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** Hears after each part how far all of it has come, in lines. */
    public interface Progress {
        void at(long done, long of);
    }

    /** @param invalid lines that could not be used */
    public record Taken(long taken, long invalid) {
        Taken plus(Taken more) {
            return new Taken(taken + more.taken, invalid + more.invalid);
        }
    }

    /**
     * Makes a delivery of each number that is staged and not there yet, the first line of a number counting, and keeps what was not
     * taken in the order of its lines. Part by part, none of which needs more than the memory that a sort is given.
     */
    public Taken take(UUID campaignId, Instant now, Progress progress) {
        jdbc.sql("create index if not exists audience_line on audience (line)").update();
        jdbc.sql("analyze audience").update();
        long last = jdbc.sql("select coalesce(max(line), 0) from audience")
                .query(Long.class)
                .single();
        var taken = new Taken(0, 0);
        for (long from = 0; from < last; from += PART) {
            taken = taken.plus(take(campaignId, now, from));
            progress.at(Math.min(from + PART, last), last);
        }
        return taken;
    }

    private Taken take(UUID campaignId, Instant now, long from) {
        return jdbc.sql("""
                        with part as materialized (
                            select row_number() over (order by line) as place, line, number, fields, code
                            from audience where line > :from and line <= :to),
                        first as materialized (
                            select distinct on (number) place, number, fields from part where code is null order by number, place),
                        taken as (
                            insert into delivery (campaign_id, to_number, fields, due_at, changed_at)
                            select :campaign, number, fields::jsonb, :now, :now from first order by place
                            on conflict (campaign_id, to_number) do nothing
                            returning to_number),
                        rejected as (
                            insert into campaign_rejected (campaign_id, line, value, code)
                            select :campaign, line, left(number, 200), coalesce(code, 'duplicate') from part
                            where code is not null
                               or place not in (select f.place from first f join taken t on t.to_number = f.number)
                            order by place
                            returning code)
                        select (select count(*) from taken) as taken,
                               (select count(*) from rejected where code <> 'duplicate') as invalid""")
                .param("campaign", campaignId)
                .param("now", Columns.utc(now))
                .param("from", from)
                .param("to", from + PART)
                .query((row, index) -> new Taken(row.getLong("taken"), row.getLong("invalid")))
                .single();
    }

    /** No line that was left out has a higher place; 0 when none was. */
    public long lastLeftOut(UUID campaignId) {
        return jdbc.sql("select coalesce(max(id), 0) from campaign_rejected where campaign_id = :campaign")
                .param("campaign", campaignId)
                .query(Long.class)
                .single();
    }

    /** In the order in which they were left out. */
    public List<LeftOut> leftOut(UUID campaignId, long after, int limit) {
        return jdbc.sql("""
                        select id, line, value, code from campaign_rejected
                        where campaign_id = :campaign and id > :after order by id limit :limit""")
                .param("campaign", campaignId)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> new LeftOut(
                        row.getLong("id"),
                        new Rejected(row.getLong("line"), row.getString("value"), row.getString("code"), "")))
                .list();
    }

    /** @param id its place in the list */
    public record LeftOut(long id, Rejected line) {}

    /** Numbers that are staged in this transaction, in order, after one of them. */
    public List<PhoneNumber> staged(@Nullable PhoneNumber after, int limit) {
        return jdbc.sql("""
                        select distinct number from audience
                        where code is null and number > :after order by number limit :limit""")
                .param("after", after == null ? "" : after.e164())
                .param("limit", limit)
                .query((row, index) -> new PhoneNumber(row.getString("number")))
                .list();
    }

    public void empty(UUID campaignId) {
        jdbc.sql("delete from delivery where campaign_id = :campaign and state = 'waiting' and attempts = 0")
                .param("campaign", campaignId)
                .update();
        jdbc.sql("delete from campaign_rejected where campaign_id = :campaign")
                .param("campaign", campaignId)
                .update();
    }
}
