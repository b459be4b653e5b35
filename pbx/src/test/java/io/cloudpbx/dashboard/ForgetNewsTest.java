package io.cloudpbx.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.dashboard.store.NewsRows;
import io.cloudpbx.dashboard.store.NewsRows.News;
import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.messaging.ConversationForgotten;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What of the news is left when somebody is forgotten, on a real database. */
class ForgetNewsTest {
    private final AnnotationConfigApplicationContext context = DatabaseSlice.of(Slice.class, TestDatabase.fresh());
    private final NewsRows rows = context.getBean(NewsRows.class);
    private final ForgetNews forgetting = context.getBean(ForgetNews.class);

    /** Without a stereotype, so that the whole program does not find it when tests start that. */
    @Import({ForgetNews.class, NewsRows.class})
    static class Slice {}

    @AfterEach
    void close() {
        context.close();
    }

    private void told(String... data) {
        rows.add(List.of(data).stream().map(each -> new News("changed", each)).toList(), Instant.EPOCH);
    }

    private List<String> left() {
        return rows.after(0, 100).stream().map(LiveNews::data).toList();
    }

    @Test
    void nothing_stays_in_which_their_number_stands_however_it_is_written() {
        told(
                "{\"from\":\"+16615550144\"}",
                "{\"path\":\"/api/callflow/blocked/%2B16615550144\"}",
                "{\"from\":\"+16615550145\"}");

        forgetting.on(new ContactDeleted(UUID.randomUUID(), List.of(new PhoneNumber("+16615550144"))));

        assertThat(left()).containsExactly("{\"from\":\"+16615550145\"}");
    }

    @Test
    void what_was_read_of_them_before_and_is_told_meanwhile_goes_too() throws Exception {
        var transactions = context.getBean(TransactionTemplate.class);
        var deleted = new ContactDeleted(UUID.randomUUID(), List.of(new PhoneNumber("+16615550144")));
        try (var others = Executors.newSingleThreadExecutor()) {
            Future<?> deletion = Objects.requireNonNull(transactions.execute(telling -> {
                rows.takeTurn();
                var begun = others.submit(() -> transactions.executeWithoutResult(deleting -> forgetting.on(deleted)));
                await().until(() -> begun.isDone() || somebodyWaitsForTheirTurn());
                told("{\"from\":\"+16615550144\"}");
                return begun;
            }));
            deletion.get();
        }

        assertThat(left()).isEmpty();
    }

    private boolean somebodyWaitsForTheirTurn() {
        return context.getBean(JdbcClient.class).sql("""
                        select exists (select from pg_locks where locktype = 'advisory' and not granted
                            and database = (select oid from pg_database where datname = current_database()))""").query(Boolean.class).single();
    }

    @Test
    void nothing_stays_of_them_and_of_what_was_said_with_them() {
        UUID contact = UUID.randomUUID();
        UUID conversation = UUID.randomUUID();
        told("{\"contactId\":\"" + contact + "\"}", "{\"conversationId\":\"" + conversation + "\"}", "{}");

        forgetting.on(new ContactDeleted(contact, List.of()));
        forgetting.on(new ConversationForgotten(conversation));

        assertThat(left()).containsExactly("{}");
    }
}
