package io.cloudpbx.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.listing.Cursor;
import io.cloudpbx.messaging.store.ConversationLists;
import io.cloudpbx.messaging.store.ConversationLists.Box;
import io.cloudpbx.messaging.store.ConversationLists.Selection;
import io.cloudpbx.messaging.store.EntryRows;
import io.cloudpbx.messaging.store.TextHistory;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the database reads, in rows: a page far back costs what the first page costs, also when the database plans for all values
 * at once, as it may from the sixth time on that a connection asks the same.
 */
class LongConversationTest {
    private static final int LINES = 4_000;
    private static final int PAGE = 50;
    private static final int TIMES = 15;
    private static final Instant NEWEST = Instant.parse("2026-11-01T12:00:00Z");
    private static final Cursor FAR_BACK = new Cursor(NEWEST.minus(Duration.ofMinutes(LINES - 200)), new UUID(0, 1));

    private final Threads threads = new Threads();
    private UUID conversation = new UUID(0, 0);

    @BeforeEach
    void write() {
        conversation = threads.with(new PhoneNumber("+14155550110"));
        fill("""
                insert into conversation_entry (id, conversation_id, at, kind, reference, author_kind, author_name, body)
                select gen_random_uuid(), :conversation, :newest - n * interval '1 minute', 'text_in', n::text, 'them', '',
                    'Line ' || n from generate_series(1, :lines) n""");
        fill("""
                insert into text_message (id, conversation_id, inbound, ours, theirs, body, author_kind, author_name, state,
                    epoch, segments, created_at, changed_at)
                select gen_random_uuid(), :conversation, true, '+18335550100', '+14155550110', 'Line ' || n, 'them', '',
                    'received', 1, 1, :newest - n * interval '1 minute', :newest from generate_series(1, :lines) n""");
        fill("""
                insert into conversation (id, address, answered_by, last_at, last_kind, last_author, last_text, created_at)
                select gen_random_uuid(), 'Sender ' || n, 'person', :newest - n * interval '1 minute', 'text_in', 'them', '',
                    :newest from generate_series(1, :lines) n where :conversation::uuid is not null""");
        threads.jdbc()
                .sql("analyze conversation, conversation_entry, text_message")
                .update();
    }

    private void fill(String sql) {
        threads.jdbc()
                .sql(sql)
                .param("conversation", conversation)
                .param("newest", NEWEST.atOffset(java.time.ZoneOffset.UTC))
                .param("lines", LINES)
                .update();
    }

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void a_page_far_back_reads_little_more_than_itself() {
        var entries = threads.bean(EntryRows.class);

        assertThat(read("conversation_entry", () -> entries.newest(conversation, FAR_BACK, PAGE)))
                .isLessThan(3 * PAGE);
    }

    @Test
    void a_page_far_down_the_inbox_reads_little_more_than_itself() {
        var lists = threads.bean(ConversationLists.class);
        var selection = new Selection(Box.ALL, new UUID(0, 0), null, FAR_BACK);

        assertThat(read("conversation", () -> lists.newest(selection, PAGE))).isLessThan(3 * PAGE);
    }

    @Test
    void whether_there_is_a_suggestion_is_seen_at_the_end_of_the_conversation() {
        var history = threads.bean(TextHistory.class);

        assertThat(history.suggestions(List.of(conversation))).isEqualTo(Map.of());
        assertThat(read("text_message", () -> history.suggestions(List.of(conversation))))
                .isLessThan(PAGE);
    }

    /** Rows of a table that are read when something was asked for many times before by the same connection. */
    private long read(String table, Runnable what) {
        return threads.transaction().execute(status -> {
            threads.jdbc().sql("set local plan_cache_mode = force_generic_plan").update();
            for (int time = 1; time < TIMES; time++) {
                what.run();
            }
            long before = rowsRead(table);
            what.run();
            return rowsRead(table) - before;
        });
    }

    private long rowsRead(String table) {
        return threads.jdbc()
                .sql(
                        "select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = :table")
                .param("table", table)
                .query(Long.class)
                .single();
    }
}
