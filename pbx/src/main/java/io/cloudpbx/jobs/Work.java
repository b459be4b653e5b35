package io.cloudpbx.jobs;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything the program does in the background, in db-scheduler's terms. */
@Component
class Work {
    private final List<Job> jobs;
    private final List<Recurring> recurring;
    private final JobRows rows;
    private final Failures failures;
    private final Clock clock;

    Work(ObjectProvider<Job> jobs, ObjectProvider<Recurring> recurring, JobRows rows, Failures failures, Clock clock) {
        this.jobs = jobs.stream().toList();
        this.recurring = recurring.stream().toList();
        this.rows = rows;
        this.failures = failures;
        this.clock = clock;
    }

    List<Task<?>> jobs() {
        return jobs.stream()
                .<Task<?>>map(job -> new JobTask(job, rows, failures, clock).task())
                .toList();
    }

    List<RecurringTask<Void>> recurring() {
        return recurring.stream().map(this::recurringTask).toList();
    }

    private RecurringTask<Void> recurringTask(Recurring work) {
        return Tasks.recurring(work.name(), FixedDelay.of(work.every()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(work));
    }

    private void run(Recurring work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            failures.report("Recurring work " + work.name(), failure);
        }
    }
}
