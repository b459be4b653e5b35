package io.cloudpbx.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.contacts.Partings;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.store.NewsOfTexts;
import io.cloudpbx.messaging.store.NewsOfTexts.News;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to a conversation that somebody waits for while its person becomes another. */
class PeopleChangedTest {
    private static final PhoneNumber OLD = new PhoneNumber("+14155550110");
    private static final PhoneNumber NEW = new PhoneNumber("+14155550111");

    private final Threads threads = new Threads();
    private final Contacts contacts = threads.bean(Contacts.class);
    private final Conversations conversations = threads.bean(Conversations.class);

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void who_writes_while_two_become_one_writes_in_the_conversation_of_the_one_that_stays() throws Exception {
        UUID kept = threads.with(NEW);
        threads.with(OLD);

        UUID written = whileBecomingOne(() -> threads.with(OLD));

        assertThat(written).isEqualTo(kept);
        assertThat(conversationCount()).isEqualTo(1);
    }

    @Test
    void who_writes_for_the_first_time_while_two_become_one_does_not_begin_a_conversation_of_nobody() throws Exception {
        UUID kept = threads.with(NEW);
        contacts.reachedBy(OLD);

        UUID written = whileBecomingOne(() -> threads.with(OLD));

        assertThat(written).isEqualTo(kept);
        assertThat(conversationCount()).isEqualTo(1);
    }

    @Test
    void a_text_that_is_to_leave_while_two_become_one_is_found_in_the_conversation_of_the_one_that_stays()
            throws Exception {
        UUID kept = threads.with(NEW);
        UUID text = textTo(OLD);

        var held = whileBecomingOne(() -> threads.transaction().execute(status -> conversations.lockOf(text)));

        assertThat(held.map(Conversation::id)).contains(kept);
    }

    @Test
    void who_is_deleted_while_the_carrier_tells_of_a_text_to_them_is_gone_and_so_is_that_news() throws Exception {
        UUID text = textTo(OLD);
        UUID gone = contacts.reachedBy(OLD).id();

        whileItIsTold(text, () -> {
            threads.bean(Partings.class).delete(gone);
            return gone;
        });

        assertThat(conversationCount()).isZero();
        assertThat(threads.bean(NewsOfTexts.class).of(text)).isEmpty();
    }

    @Test
    void what_is_told_of_a_text_that_is_just_being_deleted_is_kept_as_of_one_that_nobody_knows() throws Exception {
        UUID text = textTo(OLD);
        UUID gone = contacts.reachedBy(OLD).id();

        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> told = threads.transaction().execute(status -> {
                threads.bean(Partings.class).delete(gone);
                Future<Boolean> begun = others.submit(() -> tells(text));
                awaitWaiting(1);
                return begun;
            });
            assertThat(told.get()).isTrue();
        }
        assertThat(threads.bean(NewsOfTexts.class).of(text)).isEmpty();
    }

    private boolean tells(UUID text) {
        return threads.bean(NewsOfTexts.class)
                .keep(
                        new CarrierId("SM" + "1".repeat(32)),
                        "delivered",
                        null,
                        text,
                        new News("delivered", 0, conversations.now()));
    }

    /** Does something that has to wait until news of a text is written down. */
    private <T> void whileItIsTold(UUID text, Callable<T> what) throws Exception {
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> done = threads.transaction().execute(status -> {
                tells(text);
                Future<T> begun = others.submit(what);
                awaitWaiting(1);
                return begun;
            });
            done.get();
        }
    }

    private UUID textTo(PhoneNumber number) {
        var text = new Text(
                UUID.randomUUID(),
                threads.with(number),
                false,
                Threads.OURS.e164(),
                number.e164(),
                "Your crown is ready.",
                Author.SYSTEM,
                TextKind.PERSONAL,
                Text.State.READY,
                null,
                null,
                0,
                1,
                null,
                1,
                0,
                null,
                conversations.now(),
                null,
                null);
        threads.bean(TextRows.class).insert(text, null);
        return text.id();
    }

    /** Does something that has to wait for a merge which has got as far as moving the numbers. */
    private <T> T whileBecomingOne(Callable<T> what) throws Exception {
        UUID kept = contacts.reachedBy(NEW).id();
        UUID gone = contacts.reachedBy(OLD).id();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> done = threads.transaction().execute(status -> {
                threads.jdbc()
                        .sql("select 1 from contact_number where contact_id = :gone for update")
                        .param("gone", gone)
                        .query(Integer.class)
                        .list();
                people.submit(() -> threads.bean(Partings.class).merge(kept, gone, Map.of()));
                awaitWaiting(1);
                Future<T> begun = people.submit(what);
                awaitWaiting(2);
                return begun;
            });
            return done.get();
        }
    }

    private void awaitWaiting(int sessions) {
        await().until(() -> threads.jdbc().sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single() == sessions);
    }

    private int conversationCount() {
        return threads.jdbc()
                .sql("select count(*) from conversation")
                .query(Integer.class)
                .single();
    }
}
