package io.cloudpbx.bench.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final String ANA = "+12095550100";
    private static final String BEN = "+12095550101";

    @Test
    void who_got_one_text_that_we_know_of_is_nothing_to_speak_of() {
        Verdict verdict = judge(Map.of(ANA, 1, BEN, 1), Map.of(ANA, "sent", BEN, "delivered"));

        assertThat(verdict.isKept()).isTrue();
        assertThat(verdict.texts()).isEqualTo(2);
        assertThat(verdict.unfound()).isEmpty();
    }

    @Test
    void a_second_text_at_one_handset_breaks_the_promise() {
        Verdict verdict = judge(Map.of(ANA, 2, BEN, 1), Map.of(ANA, "delivered", BEN, "delivered"));

        assertThat(verdict.isKept()).isFalse();
        assertThat(verdict.twice()).containsExactly(ANA);
        assertThat(verdict.texts()).isEqualTo(3);
    }

    @Test
    void who_got_nothing_is_lost_unless_we_say_why() {
        Verdict verdict = judge(Map.of(BEN, 1), Map.of(ANA, "sent", BEN, "sent"));

        assertThat(verdict.isKept()).isFalse();
        assertThat(verdict.lost()).containsExactly(ANA);
    }

    @Test
    void who_is_not_even_in_our_list_is_lost() {
        assertThat(judge(Map.of(BEN, 1), Map.of(BEN, "sent")).lost()).containsExactly(ANA);
    }

    @Test
    void a_doubt_that_is_listed_loses_nobody() {
        Verdict verdict = judge(Map.of(), Map.of(ANA, "checking", BEN, "notConfirmed"));

        assertThat(verdict.isKept()).isTrue();
        assertThat(verdict.doubted()).containsExactly(ANA, BEN);
        assertThat(verdict.unfound()).isEmpty();
    }

    @Test
    void a_text_that_arrived_and_is_still_doubted_was_not_found() {
        assertThat(judge(Map.of(ANA, 1, BEN, 1), Map.of(ANA, "notConfirmed", BEN, "sent"))
                        .unfound())
                .containsExactly(ANA);
    }

    @Test
    void a_text_that_arrived_though_it_waits_would_be_sent_again() {
        Verdict verdict = judge(Map.of(ANA, 1, BEN, 1), Map.of(ANA, "waiting", BEN, "skipped"));

        assertThat(verdict.isKept()).isFalse();
        assertThat(verdict.contradicted()).containsExactly(ANA, BEN);
    }

    @Test
    void whom_we_say_that_we_skipped_got_nothing_for_a_reason() {
        Verdict verdict = judge(Map.of(), Map.of(ANA, "skipped", BEN, "failed"));

        assertThat(verdict.isKept()).isTrue();
        assertThat(verdict.withheld()).containsExactly(ANA, BEN);
    }

    @Test
    void figures_that_do_not_add_up_break_the_promise() {
        Map<String, String> states = Map.of(ANA, "sent", BEN, "sent");

        Verdict verdict = Verdict.of(
                List.of(ANA, BEN), 2, Map.of(ANA, 1, BEN, 1), states, Map.of("total", 2, "sent", 1, "waiting", 0));

        assertThat(verdict.wrongSum()).isEqualTo(1);
        assertThat(verdict.isKept()).isFalse();
    }

    private static Verdict judge(Map<String, Integer> got, Map<String, String> states) {
        return Verdict.of(List.of(ANA, BEN), 2, got, states, Map.of("total", 2, "sent", 2));
    }
}
