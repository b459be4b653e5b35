package io.cloudpbx.missedcalls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.Call.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NewsTest {
    @ParameterizedTest
    @CsvSource({
        "MISSED, MISSED",
        "FAILED, MISSED",
        "VOICEMAIL, MESSAGE_LEFT",
        "ANSWERED, REACHED",
        "ABANDONED, NOTHING",
        "HANDLED, NOTHING",
        "REJECTED, NOTHING",
        "IN_PROGRESS, NOTHING"
    })
    void what_became_of_a_call_says_whether_somebody_has_to_call_back(Outcome outcome, CallNews news) {
        assertThat(CallNews.of(outcome, false, false)).isEqualTo(news);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_known_of_a_call_on_the_line_until_somebody_takes_it(Outcome outcome) {
        assertThat(CallNews.of(outcome, true, false)).isEqualTo(CallNews.NOTHING);
        assertThat(CallNews.of(outcome, true, true)).isEqualTo(CallNews.REACHED);
    }

    @ParameterizedTest
    @CsvSource({
        "sent, WRITTEN_BACK",
        "delivered, WRITTEN_BACK",
        "read, WRITTEN_BACK",
        "undelivered, NOT_DELIVERED",
        "failed, NOT_DELIVERED",
        "queued, NOTHING",
        "refused, NOTHING",
        "unknown, NOTHING"
    })
    void a_persons_text_calls_back_when_it_has_left(String status, TextNews news) {
        assertThat(TextNews.of(true, true, status)).isEqualTo(news);
    }

    @ParameterizedTest
    @CsvSource({"0, NOTHING", "19, NOTHING", "20, CALLED_BACK", "300, CALLED_BACK"})
    void who_is_talked_with_for_a_while_is_called_back_and_not_whose_voicemail_answers(int seconds, DialNews news) {
        assertThat(DialNews.of(Duration.ofSeconds(seconds))).isEqualTo(news);
    }

    @Test
    void neither_what_is_sent_by_itself_nor_what_they_write_calls_back() {
        assertThat(TextNews.of(true, false, "delivered")).isEqualTo(TextNews.NOTHING);
        assertThat(TextNews.of(false, true, "received")).isEqualTo(TextNews.NOTHING);
    }
}
