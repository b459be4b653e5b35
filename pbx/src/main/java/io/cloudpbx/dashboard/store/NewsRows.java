package io.cloudpbx.dashboard.store;

import io.cloudpbx.dashboard.LiveNews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code live_news}. Writers take turns on one lock until they commit, so that ids become visible in order and a reader that
 * remembers the last one misses nothing.
 */
@Repository
public class NewsRows {
    /** Any number that nobody else locks. */
    private static final long IN_ORDER = 0x6e657773L;

    private final JdbcClient jdbc;

    NewsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param data JSON */
    public record News(String type, String data) {}

    /** Nobody else adds news, or forgets any, until the transaction ends. */
    public void takeTurn() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)::text")
                .param("lock", IN_ORDER)
                .query(String.class)
                .optional();
    }

    public void add(List<News> news, Instant at) {
        takeTurn();
        jdbc.sql("""
                        insert into live_news (at, type, data)
                        select :at, type, data from unnest(:types, :data) with ordinality as news (type, data, place)
                        order by place""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("types", news.stream().map(News::type).toArray(String[]::new))
                .param("data", news.stream().map(News::data).toArray(String[]::new))
                .update();
        jdbc.sql("select pg_notify('live_news', '')::text").query(String.class).optional();
    }

    public List<LiveNews> after(long id, int most) {
        return jdbc.sql("select id, type, data from live_news where id > :id order by id limit :most")
                .param("id", id)
                .param("most", most)
                .query(NewsRows::read)
                .list();
    }

    /** 0 before the first. */
    public long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from live_news")
                .query(Long.class)
                .single();
    }

    /** The oldest still kept; 0 when there are none. */
    public long oldest() {
        return jdbc.sql("select coalesce(min(id), 0) from live_news")
                .query(Long.class)
                .single();
    }

    /**
     * What was told of these numbers and ids: nobody who catches up is to be told it. Whoever has read of them and not told it yet has taken
     * their turn before, so that the newest are looked through once more when nobody has; most are before that, as nobody is to wait for it.
     */
    public void forget(Collection<String> mentioned) {
        long newest = newest();
        forget(mentioned, 0);
        takeTurn();
        forget(mentioned, newest);
    }

    private void forget(Collection<String> mentioned, long after) {
        jdbc.sql("delete from live_news where id > :after and data like any(:mentions)")
                .param("after", after)
                .param(
                        "mentions",
                        mentioned.stream().map(each -> "%" + each + "%").toArray(String[]::new))
                .update();
    }

    public void forgetBefore(Instant then) {
        jdbc.sql("delete from live_news where at < :then")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static LiveNews read(ResultSet row, int index) throws SQLException {
        return new LiveNews(row.getLong("id"), row.getString("type"), row.getString("data"));
    }
}
