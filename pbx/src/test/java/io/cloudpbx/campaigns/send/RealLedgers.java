package io.cloudpbx.campaigns.send;

import com.zaxxer.hikari.HikariDataSource;
import io.cloudpbx.campaigns.ledger.CampaignLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.campaigns.ledger.ReceiptLedger;
import io.cloudpbx.campaigns.send.PaperTables.DayRow;
import io.cloudpbx.campaigns.store.CampaignRows;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The ledgers that PostgreSQL keeps, on a database of their own whose clock stands still until it is set. */
final class RealLedgers implements AutoCloseable {
    /** Every row that a ledger reads or writes, as {@link Line} writes them. */
    private static final String LINES = """
            select array_to_string(array['delivery', id::text, state, us(due_at), lease_no::text, us(lease_until), attempts::text,
                sender, segments::text, token, carrier_id, carrier_status, status_rank::text, code, sentence, us(sent_at),
                us(changed_at)], '|', '') from delivery
            union all
            select array_to_string(array['attempt', token, delivery_id::text, sender, us(started_at), state, carrier_id, detail,
                looked::text, us(looked_at), us(settled_at)], '|', '') from delivery_attempt
            union all
            select array_to_string(array['pace', number, us(nullif(next_free_at, '-infinity')), us(stopped_until),
                stopped_because], '|', '')
                from sender_pace
            union all
            select array_to_string(array['day', number, most::text, day::text, segments::text, is_full::text], '|', '') from sender_day
            union all
            select array_to_string(array['news', carrier_id, status, token, error_code::text], '|', '') from delivery_news
            union all
            select array_to_string(array['campaign', id::text, state, why, us(started_at), us(ended_at), version::text], '|', '')
                from campaign
            """;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final JdbcClient jdbc;

    RealLedgers() {
        TestDatabase database = TestDatabase.fresh();
        stopClock(database.jdbc());
        String url = database.url() + "&options=-c%20search_path=standing,pg_catalog,public";
        context.registerBean(DataSource.class, () -> pool(new TestDatabase(url)));
        context.register(Slice.class);
        context.refresh();
        this.jdbc = context.getBean(JdbcClient.class);
    }

    /** PostgreSQL looks there before it looks among its own functions. */
    static void stopClock(JdbcClient jdbc) {
        jdbc.sql("create schema standing").update();
        jdbc.sql("create table standing.clock as select now() as at").update();
        jdbc.sql("""
                        create function standing.clock_timestamp() returns timestamptz volatile language sql
                        as 'select at from standing.clock'""").update();
        jdbc.sql("""
                        create function standing.us(at timestamptz) returns text immutable language sql
                        as 'select (extract(epoch from at) * 1000000)::bigint::text'""").update();
    }

    private static HikariDataSource pool(TestDatabase database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(1);
        return pool;
    }

    @ComponentScan(basePackageClasses = CampaignRows.class)
    static class Slice {
        @Bean
        JdbcClient jdbc(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        TransactionTemplate transactions(DataSource source) {
            return new TransactionTemplate(new DataSourceTransactionManager(source));
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }
    }

    Ledgers ledgers() {
        return new Ledgers(
                context.getBean(CampaignLedger.class),
                context.getBean(DeliveryLedger.class),
                context.getBean(OutcomeLedger.class),
                context.getBean(ReceiptLedger.class),
                context.getBean(PaceLedger.class));
    }

    /** What else reads the same tables. */
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    void setClock(Instant now) {
        jdbc.sql("update standing.clock set at = :now::timestamptz")
                .param("now", now.toString())
                .update();
    }

    void cap(PhoneNumber number, DayRow day) {
        jdbc.sql(
                        "insert into sender_day (number, most, day, segments, is_full) values (:number, :most, :day, :sent, :full)")
                .param("number", number.e164())
                .param("most", day.most())
                .param("day", day.day())
                .param("sent", day.segments())
                .param("full", day.full())
                .update();
    }

    List<String> lines() {
        return jdbc.sql(LINES).query((row, index) -> row.getString(1)).list().stream()
                .sorted()
                .toList();
    }

    void empty() {
        jdbc.sql(
                        "truncate campaign, delivery, delivery_attempt, delivery_news, sender_pace, sender_day restart identity cascade")
                .update();
    }

    @Override
    public void close() {
        context.close();
    }
}
