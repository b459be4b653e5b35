package io.cloudpbx.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.claude.Budget.Leave;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.problems.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final String DANA = "+14155550142";
    private static final Cost CENT = new Cost(1_000, 100, new BigDecimal("0.01"));

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final CountingHouse HOUSE = new CountingHouse(DATABASE);

    private final Budget budget = HOUSE.budget();

    @BeforeEach
    void nothing_was_asked() {
        HOUSE.reset();
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void a_number_s_texts_are_answered_twenty_times_a_day_and_again_after_the_business_s_midnight() {
        for (int text = 0; text < 20; text++) {
            assertThat(reserved(new Asker.Texter(DANA))).isTrue();
        }

        assertThat(refusal(new Asker.Texter(DANA)))
                .isEqualTo("Over budget: this number has had its 20 answers of Claude today.");
        assertThat(reserved(new Asker.Texter("+14155550143"))).isTrue();
        assertThat(reserved(call(DANA))).isTrue();

        HOUSE.clock().become("2026-12-01T07:59:00Z");
        assertThat(reserved(new Asker.Texter(DANA))).isFalse();
        HOUSE.clock().become("2026-12-01T08:00:00Z");
        assertThat(reserved(new Asker.Texter(DANA))).isTrue();
    }

    @Test
    void a_number_has_five_calls_a_day_and_the_fifth_goes_on() {
        for (int call = 0; call < 4; call++) {
            assertThat(reserved(call(DANA))).isTrue();
        }
        Asker fifth = call(DANA);
        assertThat(reserved(fifth)).isTrue();

        assertThat(refusal(call(DANA))).isEqualTo("Over budget: this number has had its 5 calls with Claude today.");
        assertThat(reserved(fifth)).isTrue();
    }

    @Test
    void those_who_withhold_their_number_are_not_counted_as_one() {
        for (int call = 0; call < 9; call++) {
            assertThat(reserved(call(""))).isTrue();
        }
    }

    @Test
    void a_call_that_has_read_or_written_its_tokens_goes_on_without() {
        Asker wordy = call(DANA);
        Asker lengthy = call(DANA);
        settled(wordy, new Cost(29_999, 1_499, BigDecimal.ZERO));
        settled(wordy, new Cost(1, 0, BigDecimal.ZERO));
        settled(lengthy, new Cost(0, 1_500, BigDecimal.ZERO));

        assertThat(refusal(wordy)).isEqualTo("Over budget: Claude has read its 30,000 tokens for this call.");
        assertThat(refusal(lengthy)).isEqualTo("Over budget: Claude has written its 1,500 tokens for this call.");
        assertThat(reserved(call(DANA))).isTrue();
    }

    @Test
    void what_is_under_way_counts_at_its_highest_price_until_it_is_known() {
        allow(2, 100);
        UUID first = granted(new Asker.Texter(DANA));
        UUID second = granted(new Asker.Texter(DANA));
        assertThat(refusal(new Asker.Texter(DANA))).isEqualTo("Over budget: today's $0.02 for Claude do not reach.");

        budget.settle(first, new Cost(900, 40, new BigDecimal("0.004")));
        assertThat(reserved(new Asker.Texter(DANA))).isFalse();
        budget.release(second);
        assertThat(reserved(new Asker.Texter(DANA))).isTrue();

        assertThat(budget.spentToday()).isEqualTo(new Spending(2, new BigDecimal("0.014")));
    }

    @Test
    void a_month_s_money_is_gone_until_the_month_is() {
        allow(100, 2);
        granted(new Asker.Texter(DANA));
        granted(new Asker.Texter(DANA));

        assertThat(refusal(new Asker.Texter(DANA)))
                .isEqualTo("Over budget: this month's $0.02 for Claude do not reach.");
        HOUSE.clock().become("2026-12-01T08:00:00Z");
        assertThat(reserved(new Asker.Texter(DANA))).isTrue();
        assertThat(budget.spentThisMonth()).isEqualTo(new Spending(1, new BigDecimal("0.01")));
    }

    @Test
    void two_nodes_that_ask_at_once_spend_no_more_than_one() throws Exception {
        allow(25, 10_000);
        try (var other = new CountingHouse(DATABASE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Callable<Boolean>>();
            for (int person = 0; person < 60; person++) {
                Budget node = person % 2 == 0 ? budget : other.budget();
                var asker = new Asker.Texter("+1415555%04d".formatted(person));
                asking.add(() -> node.reserve(asker, CENT) instanceof Leave.Granted);
            }
            int granted = 0;
            for (var answer : threads.invokeAll(asking)) {
                granted += answer.get() ? 1 : 0;
            }

            assertThat(granted).isEqualTo(25);
            assertThat(budget.spentToday()).isEqualTo(new Spending(25, new BigDecimal("0.25")));
        }
    }

    @Test
    void two_nodes_that_answer_one_number_keep_to_its_twenty() throws Exception {
        try (var other = new CountingHouse(DATABASE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = IntStream.range(0, 40)
                    .mapToObj(text -> (Callable<Boolean>)
                            () -> (text % 2 == 0 ? budget : other.budget()).reserve(new Asker.Texter(DANA), CENT)
                                    instanceof Leave.Granted)
                    .toList();
            int granted = 0;
            for (var answer : threads.invokeAll(asking)) {
                granted += answer.get() ? 1 : 0;
            }

            assertThat(granted).isEqualTo(20);
        }
    }

    @Test
    void who_asked_is_forgotten_after_two_days_or_when_asked_to_and_what_it_cost_is_not() {
        granted(new Asker.Texter(DANA));
        granted(new Asker.Texter("+14155550143"));
        budget.forget(DANA);
        assertThat(numbers()).isEqualTo(1);

        HOUSE.clock().become("2026-12-02T18:00:01Z");
        HOUSE.forgetAskers();

        assertThat(numbers()).isZero();
        assertThat(HOUSE.jdbc()
                        .sql("select sum(dollars) from claude_question")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0.02");
    }

    @Test
    void limits_are_changed_by_who_has_seen_them() {
        Limits seen = budget.limits();
        allow(5, 6);

        assertThatThrownBy(() -> budget.change(seen)).isInstanceOf(Problem.class);
        assertThat(budget.limits().centsPerDay()).isEqualTo(5);
    }

    private int numbers() {
        return HOUSE.jdbc()
                .sql("select count(number) from claude_question")
                .query(Integer.class)
                .single();
    }

    private void allow(int centsPerDay, int centsPerMonth) {
        Limits now = budget.limits();
        Limits changed = budget.change(new Limits(
                now.textsPerNumber(),
                now.callsPerNumber(),
                now.readPerCall(),
                now.writtenPerCall(),
                centsPerDay,
                centsPerMonth,
                now.version()));
        assertThat(changed.version()).isEqualTo(now.version() + 1);
    }

    private static Asker call(String number) {
        return new Asker.Caller(UUID.randomUUID(), number);
    }

    private boolean reserved(Asker asker) {
        return budget.reserve(asker, CENT) instanceof Leave.Granted;
    }

    private void settled(Asker asker, Cost cost) {
        budget.settle(granted(asker), cost);
    }

    private UUID granted(Asker asker) {
        return ((Leave.Granted) budget.reserve(asker, CENT)).question();
    }

    private String refusal(Asker asker) {
        return ((Leave.Refused) budget.reserve(asker, CENT)).sentence();
    }
}
