package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes of {@code twilio.md} section 14, by whose matter they are (A23). */
class BlameTest {
    @ParameterizedTest
    @ValueSource(
            ints = {21211, 21214, 21610, 21612, 21614, 30003, 30004, 30005, 30006, 30007, 30008, 30017, 30019, 29999})
    void the_recipients(int code) {
        assertThat(Blame.of(code)).isEqualTo(new Blame.Theirs());
    }

    @ParameterizedTest
    @ValueSource(ints = {21210, 21212, 21606, 30032, 30033, 30034, 30035})
    void the_numbers(int code) {
        assertThat(Blame.of(code)).isEqualTo(new Blame.Numbers());
    }

    @ParameterizedTest
    @ValueSource(ints = {10001, 20003, 20005, 30002, 30037})
    void the_accounts(int code) {
        assertThat(Blame.of(code)).isEqualTo(new Blame.Accounts(Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"21611, PT10M", "30001, PT10M", "30022, PT10M", "30023, PT1H", "63038, PT1H"})
    void too_much(int code, Duration rest) {
        assertThat(Blame.of(code)).isEqualTo(new Blame.TooMuch(rest));
    }

    /** Also on the days on which the clocks there change. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T18:00:00Z, PT14H",
        "2026-12-01T07:59:00Z, PT1M",
        "2026-12-01T08:00:00Z, PT24H",
        "2026-03-08T08:00:00Z, PT23H",
        "2026-11-01T07:00:00Z, PT25H"
    })
    void the_day_of_30027_ends_at_midnight_on_the_pacific_coast(Instant now, Duration rest) {
        assertThat(Blame.of(30027))
                .isInstanceOfSatisfying(
                        Blame.TooMuchToday.class,
                        today -> assertThat(today.rest(now)).isEqualTo(rest));
    }
}
