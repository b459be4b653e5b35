package io.cloudpbx.missedcalls.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.missedcalls.MissedCall;
import io.cloudpbx.missedcalls.store.MissedCallRows.Selection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Years of callers who were called back, and those who wait. */
class ManyMissedCallsTest {
    private final JdbcClient jdbc = TestDatabase.fresh().jdbc();
    private final MissedCallRows rows = new MissedCallRows(jdbc);

    @Test
    void the_open_ones_are_found_by_an_index_of_their_own() {
        jdbc.sql("""
                        insert into missed_call (id, caller, misses, first_at, last_at, done_at, done_how, version)
                        select gen_random_uuid(), '+1415555' || lpad(i::text, 5, '0'), 1, at, at,
                            case when i % 20 = 0 then null else at end, case when i % 20 = 0 then null else 'marked' end, 1
                        from (select i, now() - make_interval(mins => i) as at from generate_series(1, 20000) i) as past""").update();
        jdbc.sql("""
                        insert into call (id, carrier_id, started_at, news_at, place, outcome, summary)
                        select id, id::text, last_at, last_at, 'ended', 'missed', '' from missed_call""").update();
        jdbc.sql("insert into missed_call_miss (call_id, missed_call_id, at) select id, id, last_at from missed_call")
                .update();
        jdbc.sql("analyze missed_call").update();

        assertThat(rows.newest(new Selection(false, null, null), 10))
                .hasSize(10)
                .allMatch(missed -> missed.done() == null)
                .isSortedAccordingTo((one, other) -> other.lastAt().compareTo(one.lastAt()));
        List<MissedCall> done = rows.newest(new Selection(true, null, null), 10);
        assertThat(done).hasSize(10).noneMatch(missed -> missed.done() == null);
        assertThat(plan()).contains("missed_call_open_newest").doesNotContain("Seq Scan", "Sort Key: m.");
    }

    private String plan() {
        return jdbc
                .sql("explain " + MissedCallRows.listing(false))
                .param("owner", null)
                .param("before", null)
                .param("beforeId", null)
                .param("limit", 50)
                .query((row, index) -> row.getString(1))
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }
}
