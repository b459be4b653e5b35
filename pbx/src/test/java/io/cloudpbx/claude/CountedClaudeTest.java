package io.cloudpbx.claude;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountedClaudeTest {
    private static final Asker DANA = new Asker.Texter("+14155550142");

    private static final CountingHouse HOUSE = new CountingHouse(TestDatabase.fresh());

    private final Budget budget = HOUSE.budget();
    private int asked;

    @BeforeEach
    void nothing_was_asked() {
        HOUSE.reset();
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void an_answer_is_counted_by_what_it_used() {
        var usage = new Usage(100, 30, 400, 1_000);
        var spent =
                new Reply.Spent("claude-opus-4-6", usage, new BigDecimal("0.00425"), Duration.ofMillis(800), "req_1");

        assertThat(counted(new Reply.Answered("Yes.", null, spent)).ask(question()))
                .isInstanceOf(Reply.Answered.class);

        assertThat(budget.spentToday().questions()).isEqualTo(1);
        assertThat(budget.spentToday().dollars()).isEqualByComparingTo("0.00425");
        assertThat(HOUSE.jdbc()
                        .sql("select tokens_read || ' ' || tokens_written || ' ' || settled from claude_question")
                        .query(String.class)
                        .single())
                .isEqualTo("500 30 true");
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"UNREACHABLE", "OVERLOADED", "RATE_LIMITED", "NOT_ALLOWED", "BROKEN"})
    void what_was_refused_at_the_door_costs_nothing(Failure failure) {
        assertThat(counted(failed(failure)).ask(question())).isEqualTo(failed(failure));

        assertThat(budget.spentToday().questions()).isZero();
    }

    /** 500 tokens of overhead and 4 of words, each as if it were kept in the cache, and 300 written. */
    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"TIMEOUT", "CANCELLED", "BROKEN_STREAM", "DECLINED", "NONSENSE"})
    void what_may_have_been_read_counts_at_its_highest_price(Failure failure) {
        counted(failed(failure)).ask(question());

        assertThat(budget.spentToday().questions()).isEqualTo(1);
        assertThat(budget.spentToday().dollars()).isEqualByComparingTo("0.01065");
    }

    @Test
    void over_budget_nobody_is_asked_and_the_reason_is_said() {
        var claude = counted(failed(Failure.TIMEOUT));
        for (int text = 0; text < 20; text++) {
            claude.ask(question());
        }

        assertThat(claude.ask(question())).isInstanceOfSatisfying(Reply.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(Failure.OVER_BUDGET);
            assertThat(failed.sentence()).isEqualTo("Over budget: this number has had its 20 answers of Claude today.");
        });
        assertThat(asked).isEqualTo(20);
    }

    @Test
    void what_cannot_be_counted_is_not_asked() {
        HOUSE.jdbc().sql("alter table claude_question rename to lost").update();

        assertThat(counted(failed(Failure.TIMEOUT)).ask(question()))
                .isInstanceOfSatisfying(
                        Reply.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.BROKEN));
        assertThat(asked).isZero();
        HOUSE.jdbc().sql("alter table lost rename to claude_question").update();
    }

    private CountedClaude counted(Reply reply) {
        return new CountedClaude(new Answering(reply), budget, CountingHouse.SETTINGS);
    }

    private final class Answering implements Claude {
        private final Reply reply;

        private Answering(Reply reply) {
            this.reply = reply;
        }

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public Reply ask(Prompt prompt) {
            asked++;
            return reply;
        }
    }

    private static Reply failed(Failure failure) {
        return new Reply.Failed(failure, "As scripted", null, null, Duration.ZERO);
    }

    private static Prompt question() {
        return new Prompt(
                DANA, List.of(), List.of(), List.of(Prompt.Turn.user("Are you open?")), 300, Duration.ofSeconds(8));
    }
}
