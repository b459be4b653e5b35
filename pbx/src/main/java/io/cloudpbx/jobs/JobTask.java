package io.cloudpbx.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one kind of job when db-scheduler has claimed a row of it, and writes down how it ended. */
record JobTask(Job job, JobRows rows, Failures failures, Clock clock) {
    private static final Logger log = LoggerFactory.getLogger(JobTask.class);

    CustomTask<Void> task() {
        return Tasks.custom(job.kind(), Void.class)
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(context));
    }

    private CompletionHandler<Void> run(ExecutionContext context) {
        Execution run = context.getExecution();
        int attempt = run.consecutiveFailures + 1;
        Outcome outcome = attempt(run.getId(), attempt);
        return (complete, operations) -> settle(run, outcome);
    }

    // Also errors: a class that cannot be loaded today may be there after the next deployment.
    private Outcome attempt(String key, int attempt) {
        try {
            return job.run(key, attempt);
        } catch (RuntimeException | Error failure) {
            failures.report("Job " + job.kind(), failure);
            return new Outcome.Again(BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()));
        }
    }

    private void settle(Execution run, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done() -> rows.finish(run);
            case Outcome.Again(var in) -> rows.repeat(run, clock.instant().plus(in));
            case Outcome.GaveUp(var reason) -> {
                log.warn("Job {} {} was given up: {}", job.kind(), run.getId(), reason);
                rows.finish(run);
            }
        }
    }
}
