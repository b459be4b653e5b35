package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.flow.Failing.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailingTest {
    private static final String SPAM = "30007";
    private static final String OFF = "30003";

    @ParameterizedTest
    @CsvSource({"0, 9, false", "0, 10, true", "89, 10, true", "91, 10, false", "1800, 199, false", "1800, 200, true"})
    void one_in_ten_taken_for_spam_is_too_much_once_there_are_ten(long arrived, long filtered, boolean stops) {
        assertThat(failing(arrived, SPAM, filtered).stops().isPresent()).isEqualTo(stops);
    }

    @ParameterizedTest
    @CsvSource({"0, 19, false", "0, 20, true", "19, 20, true", "20, 20, false"})
    void more_than_half_failing_is_too_much_once_there_are_twenty(long arrived, long failed, boolean stops) {
        assertThat(failing(arrived, OFF, failed).stops().isPresent()).isEqualTo(stops);
    }

    @Test
    void the_sentence_says_what_most_of_them_met() {
        var failing = new Failing(
                5, List.of(new Failure(OFF, "Their phone is off.", 30), new Failure("30005", "It is not in use.", 4)));

        assertThat(failing.stops())
                .contains("34 of the last 39 texts failed. The most frequent reason: Their phone is off.");
    }

    @Test
    void nothing_is_wrong_where_nothing_failed() {
        assertThat(new Failing(0, List.of()).stops()).isEmpty();
    }

    private static Failing failing(long arrived, String code, long count) {
        return new Failing(arrived, List.of(new Failure(code, "It failed.", count)));
    }
}
