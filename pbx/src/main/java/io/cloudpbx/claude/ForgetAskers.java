package io.cloudpbx.claude;

import io.cloudpbx.claude.store.QuestionRows;
import io.cloudpbx.jobs.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whose questions they were counts for a day. Two days later it is known of none. */
@Component
class ForgetAskers implements Recurring {
    private static final Duration KEPT = Duration.ofDays(2);

    private final QuestionRows questions;
    private final Clock clock;

    ForgetAskers(QuestionRows questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "claude.forget_askers";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        questions.forgetBefore(clock.instant().minus(KEPT));
    }
}
