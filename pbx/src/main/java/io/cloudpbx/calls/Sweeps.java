package io.cloudpbx.calls;

import io.cloudpbx.calls.taping.LostTapes;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes up for news that the carrier could not bring us: soon after every start, when most is likely to be missing, and from then on
 * at intervals (R6).
 */
@Component
class Sweeps {
    /** The round that goes on for ever, and the one after a start, which asks about every call that was live before. */
    private static final String ROUNDS = "rounds";

    private static final String START = "start";

    private final Jobs jobs;

    Sweeps(Jobs jobs) {
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        jobs.soon(QuietCallSweep.KIND, START);
        jobs.soon(QuietCallSweep.KIND, ROUNDS);
        jobs.soon(RecordingSweep.KIND, ROUNDS);
    }

    @Component
    static class QuietCallSweep implements Job {
        static final String KIND = "calls.sweep-quiet";
        private static final Duration EVERY = Duration.ofSeconds(20);
        private static final Duration QUIET = Duration.ofSeconds(45);

        private final QuietCalls quiet;

        QuietCallSweep(QuietCalls quiet) {
            this.quiet = quiet;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Outcome run(String key, int attempt) {
            if (key.equals(START)) {
                quiet.sweep(Duration.ZERO);
                return new Outcome.Done();
            }
            quiet.sweep(QUIET);
            return new Outcome.Again(EVERY);
        }
    }

    @Component
    static class RecordingSweep implements Job {
        static final String KIND = "calls.sweep-recordings";
        private static final Duration EVERY = Duration.ofMinutes(10);

        private final Messages messages;
        private final LostTapes tapes;

        RecordingSweep(Messages messages, LostTapes tapes) {
            this.messages = messages;
            this.tapes = tapes;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Outcome run(String key, int attempt) {
            messages.sweep();
            tapes.sweep();
            return new Outcome.Again(EVERY);
        }
    }
}
