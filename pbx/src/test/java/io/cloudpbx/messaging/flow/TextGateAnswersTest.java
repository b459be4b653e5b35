package io.cloudpbx.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.messaging.flow.Standing.OptedOut;
import io.cloudpbx.messaging.flow.Standing.Source;
import io.cloudpbx.messaging.flow.TextToSend.Asked;
import io.cloudpbx.messaging.flow.TextToSend.Draft;
import io.cloudpbx.messaging.flow.TextToSend.Reply;
import io.cloudpbx.messaging.flow.Verdict.Later;
import io.cloudpbx.messaging.flow.Verdict.Refuse;
import io.cloudpbx.messaging.flow.Verdict.Send;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The assistant's answers and the fixed replies. */
class TextGateAnswersTest {
    @Test
    void a_day_is_24_hours_and_no_longer() {
        Question question = new Question(TextKind.ASSISTANT);
        question.wroteAt = question.now.minus(Duration.ofHours(24)).plusSeconds(1);
        assertThat(question.decide()).isInstanceOf(Send.class);

        question.wroteAt = question.now.minus(Duration.ofHours(24));
        assertThat(because(question.decide())).isEqualTo("nobody_asked");
    }

    @Test
    void a_call_is_nothing_that_the_assistant_could_answer_by_text() {
        Question question = new Question(TextKind.ASSISTANT);
        question.wroteAt = null;
        question.calledAt = question.now.minusSeconds(60);

        assertThat(because(question.decide())).isEqualTo("nobody_asked");
    }

    @Test
    void a_stop_is_confirmed_once_and_a_new_stop_once_more() {
        Question question = new Question(TextKind.CONFIRMATION);
        question.optedOut = new OptedOut(Question.NOON.minusSeconds(30), Source.KEYWORD, "STOP");
        question.asked = new Asked(Reply.STOP, Question.NOON, false, Question.NOON.minusSeconds(20));
        assertThat(because(question.decide())).isEqualTo("already_confirmed");

        // They came back in between, and the confirmation was for the stop before.
        question.asked = new Asked(Reply.STOP, Question.NOON, false, Question.NOON.minusSeconds(40));
        assertThat(question.decide()).isInstanceOf(Send.class);
    }

    @Test
    void help_is_answered_once_an_hour_and_an_emergency_every_ten_minutes() {
        assertThat(confirmed(Reply.HELP, Duration.ofMinutes(59))).isFalse();
        assertThat(confirmed(Reply.HELP, Duration.ofMinutes(60))).isTrue();
        assertThat(confirmed(Reply.START, Duration.ofMinutes(59))).isFalse();
        assertThat(confirmed(Reply.START, Duration.ofMinutes(60))).isTrue();
        assertThat(confirmed(Reply.EMERGENCY, Duration.ofMinutes(9))).isFalse();
        assertThat(confirmed(Reply.EMERGENCY, Duration.ofMinutes(10))).isTrue();
    }

    @Test
    void only_an_opt_out_is_in_a_hurry_to_be_confirmed() {
        for (Reply reply : Reply.values()) {
            Question question = new Question(TextKind.CONFIRMATION);
            question.asked = new Asked(reply, Question.NOON.minusSeconds(301), false, null);
            assertThat(question.decide() instanceof Send).isEqualTo(reply != Reply.STOP);
        }
        Question question = new Question(TextKind.CONFIRMATION);
        question.asked = new Asked(Reply.STOP, Question.NOON.minusSeconds(300), false, null);
        assertThat(question.decide()).isInstanceOf(Send.class);
    }

    @Test
    void a_draft_older_than_a_takeover_stays_dropped_after_the_thread_is_given_back() {
        Question question = new Question(TextKind.ASSISTANT);
        question.draft = new Draft(1, 7);
        question.epoch = 3;
        question.assistantOn = true;

        assertThat(because(question.decide())).isEqualTo("taken_over");
    }

    @Test
    void drafts_and_questions_belong_to_their_kinds() {
        TextToSend text = new Question(TextKind.PERSONAL).text();
        assertThatThrownBy(() -> new TextToSend(TextKind.PERSONAL, text.to(), "x", 0, false, new Draft(1, 1), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextToSend(TextKind.ASSISTANT, text.to(), "x", 0, false, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextToSend(TextKind.CONFIRMATION, text.to(), "x", 0, false, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean confirmed(Reply reply, Duration ago) {
        Question question = new Question(TextKind.CONFIRMATION);
        question.asked = new Asked(reply, Question.NOON, false, Question.NOON.minus(ago));
        return question.decide() instanceof Send;
    }

    private static String because(Verdict verdict) {
        return switch (verdict) {
            case Send send -> "";
            case Later later -> later.because().code();
            case Refuse refuse -> refuse.because().code();
        };
    }
}
