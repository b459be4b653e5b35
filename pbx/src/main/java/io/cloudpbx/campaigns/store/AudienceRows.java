package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.Intake.Rejected;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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

    /** So many of those that were not taken are told at once. */
    private static final int SHOWN = 100;

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

    /** Makes a delivery of each number that is staged and not there yet, the first line of a number counting. @return how many */
    public long take(UUID campaignId, Instant now, Progress progress) {
        jdbc.sql("create index if not exists audience_line on audience (line)").update();
        jdbc.sql("analyze audience").update();
        long last = jdbc.sql("select coalesce(max(line), 0) from audience")
                .query(Long.class)
                .single();
        long taken = 0;
        for (long from = 0; from < last; from += PART) {
            taken += take(campaignId, now, from);
            progress.at(Math.min(from + PART, last), last);
        }
        return taken;
    }

    private int take(UUID campaignId, Instant now, long from) {
        return jdbc.sql("""
                        insert into delivery (campaign_id, to_number, fields, due_at, changed_at)
                        select :campaign, number, fields::jsonb, :now, :now
                        from audience where code is null and line > :from and line <= :to
                        order by line
                        on conflict (campaign_id, to_number) do nothing""")
                .param("campaign", campaignId)
                .param("now", Columns.utc(now))
                .param("from", from)
                .param("to", from + PART)
                .update();
    }

    /** No recipient who is there already has a higher id; 0 when nobody is there. */
    public long last(UUID campaignId) {
        return jdbc.sql("""
                        select case when exists (select from delivery where campaign_id = :campaign)
                                    then (select max(id) from delivery) else 0 end""").param("campaign", campaignId).query(Long.class).single();
    }

    /**
     * Keeps what was not taken: the unusable, and those that stand there more than once or were there already.
     *
     * @param before what {@link #last} was before these were taken
     */
    public Left leave(UUID campaignId, long before) {
        var invalid =
                kept(campaignId, "select line, left(number, 200), code from audience where code is not null", before);
        List<Kept> all = new ArrayList<>(List.of(invalid));
        all.add(kept(campaignId, """
                select line, number, 'duplicate'
                from (select line, number, row_number() over (partition by number order by line) as place
                      from audience where code is null) as numbered
                where place > 1""", before));
        if (before > 0) {
            all.add(kept(campaignId, """
                    select line, a.number, 'duplicate'
                    from (select distinct on (number) line, number from audience where code is null order by number, line) as a
                        join delivery d on d.campaign_id = :campaign and d.to_number = a.number and d.id <= :before""", before));
        }
        return new Left(
                invalid.count(),
                all.stream()
                        .flatMap(kept -> kept.first().stream())
                        .sorted(Comparator.comparingLong(Rejected::line))
                        .limit(SHOWN)
                        .toList());
    }

    private record Kept(long count, List<Rejected> first) {}

    private Kept kept(UUID campaignId, String lines, long before) {
        var count = new AtomicLong();
        List<Rejected> first = jdbc.sql("""
                        with brought (line, value, code) as (%s),
                        kept as (
                            insert into campaign_rejected (campaign_id, line, value, code)
                            select :campaign, line, value, code from brought order by line
                            returning line, value, code)
                        select *, count(*) over () as count from kept order by line limit :most""".formatted(lines))
                .param("campaign", campaignId)
                .param("before", before)
                .param("most", SHOWN)
                .query((row, index) -> {
                    count.set(row.getLong("count"));
                    return new Rejected(row.getLong("line"), row.getString("value"), row.getString("code"), "");
                })
                .list();
        return new Kept(count.get(), first);
    }

    /** @param first of those that were not taken, in the order of their lines */
    public record Left(long invalid, List<Rejected> first) {}

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
