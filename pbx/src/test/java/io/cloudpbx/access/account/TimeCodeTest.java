package io.cloudpbx.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeTest {
    /** The key of both RFCs. */
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);
    private static final long STEP = TimeCode.stepAt(NOW);

    /** RFC 6238 appendix B tells eight digits; an app shows the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_codes_are_those_of_the_rfc(long seconds, String digits) {
        assertThat(TimeCode.at(KEY, TimeCode.stepAt(Instant.ofEpochSecond(seconds))))
                .isEqualTo(digits.substring(2));
    }

    /** RFC 4226 appendix D, whose counter is our half minute. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "5, 254676", "9, 520489"})
    void the_codes_are_those_of_the_rfc_beneath(long step, String digits) {
        assertThat(TimeCode.at(KEY, step)).isEqualTo(digits);
    }

    @Test
    void a_clock_may_be_half_a_minute_off_and_no_more() {
        for (long off = -2; off <= 2; off++) {
            var step = TimeCode.stepOf(KEY, TimeCode.at(KEY, STEP + off), NOW, 0);
            if (Math.abs(off) <= 1) {
                assertThat(step).as("%d steps off", off).hasValue(STEP + off);
            } else {
                assertThat(step).as("%d steps off", off).isEmpty();
            }
        }
    }

    @Test
    void a_code_that_was_taken_is_worth_nothing_nor_is_any_before_it() {
        assertThat(TimeCode.stepOf(KEY, TimeCode.at(KEY, STEP), NOW, STEP)).isEmpty();
        assertThat(TimeCode.stepOf(KEY, TimeCode.at(KEY, STEP - 1), NOW, STEP)).isEmpty();
        assertThat(TimeCode.stepOf(KEY, TimeCode.at(KEY, STEP + 1), NOW, STEP)).hasValue(STEP + 1);
    }

    @Test
    void what_is_no_code_is_none() {
        for (String nonsense : new String[] {"", "abcdef", "0050055", "٠٠٥٩٢٤"}) {
            assertThat(TimeCode.stepOf(KEY, nonsense, NOW, 0)).isEmpty();
        }
    }
}
