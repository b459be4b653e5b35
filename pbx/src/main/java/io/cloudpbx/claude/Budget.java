package io.cloudpbx.claude;

import io.cloudpbx.claude.store.LimitsRow;
import io.cloudpbx.claude.store.QuestionRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what Claude is asked. A question is written down at its highest price before it is asked and at its real one
 * afterwards, one at a time on however many nodes; so what is allowed holds also for questions that are asked at once, and for
 * those whose node died meanwhile.
 */
@Service
public class Budget {
    private final LimitsRow limits;
    private final QuestionRows questions;
    private final Settings settings;
    private final Clock clock;

    Budget(LimitsRow limits, QuestionRows questions, Settings settings, Clock clock) {
        this.limits = limits;
        this.questions = questions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a question may be asked. */
    sealed interface Leave {
        /** It may, and is counted. */
        record Granted(UUID question) implements Leave {}

        /** It may not. */
        record Refused(String sentence) implements Leave {}
    }

    /** @param most what it may come to */
    @Transactional
    Leave reserve(Asker asker, Cost most) {
        LocalDate today = today();
        Limits allowed = limits.hold();
        return questions
                .account(asker, today)
                .objection(asker, most.dollars(), allowed)
                .<Leave>map(Leave.Refused::new)
                .orElseGet(() -> new Leave.Granted(questions.add(asker, today, clock.instant(), most)));
    }

    void settle(UUID question, Cost cost) {
        questions.settle(question, cost);
    }

    /** It was never read by anybody. */
    void release(UUID question) {
        questions.remove(question);
    }

    public Limits limits() {
        return limits.read();
    }

    /** @throws Problem {@code settings_changed} when the version is not the present one */
    public Limits change(Limits wanted) {
        if (!limits.replace(wanted)) {
            throw Problem.conflict("settings_changed", "Somebody else changed these settings. Look at them again.");
        }
        return limits.read();
    }

    public Spending spentToday() {
        return questions.since(today());
    }

    public Spending spentThisMonth() {
        return questions.since(today().withDayOfMonth(1));
    }

    /** Nothing is kept any more of who asked; what it cost is. */
    public void forget(String number) {
        questions.forget(number);
    }

    /** By the business's own midnight. */
    private LocalDate today() {
        return clock.instant().atZone(settings.current().timeZone()).toLocalDate();
    }
}
