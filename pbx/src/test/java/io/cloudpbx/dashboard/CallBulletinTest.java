package io.cloudpbx.dashboard;

import static io.cloudpbx.calls.PastCalls.MARIA;
import static io.cloudpbx.calls.PastCalls.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.PastCalls;
import io.cloudpbx.dashboard.store.NewsRows;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What of a call is told when whoever called is deleted at that moment. */
@WebTest
class CallBulletinTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private NewsRows news;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void nothing_is_told_of_a_caller_that_was_read_before_they_were_deleted() {
        UUID call = new PastCalls(beans).none().call(MORNING, "answered", MARIA);

        transactions.executeWithoutResult(deletion -> {
            news.takeTurn();
            var changed = new Thread(
                    () -> transactions.executeWithoutResult(status -> events.publishEvent(new CallChanged(call))));
            changed.start();
            await().until(this::somebodyWaitsForTheirTurn);
            jdbc.sql("update call set from_e164 = null, forgotten = true where id = ?")
                    .param(call)
                    .update();
        });

        await().untilAsserted(() -> assertThat(told(call)).contains("Deleted person"));
        assertThat(told(call)).doesNotContain(MARIA);
    }

    private boolean somebodyWaitsForTheirTurn() {
        return jdbc.sql("""
                        select exists (select from pg_locks where locktype = 'advisory' and not granted
                            and database = (select oid from pg_database where datname = current_database()))""").query(Boolean.class).single();
    }

    private String told(UUID call) {
        return jdbc.sql("select coalesce(string_agg(data, '' order by id), '') from live_news where data like ?")
                .param("%" + call + "%")
                .query(String.class)
                .single();
    }
}
