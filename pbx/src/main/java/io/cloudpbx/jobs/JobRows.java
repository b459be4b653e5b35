package io.cloudpbx.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of jobs: how they come, move and go. While a job runs its row is marked as picked; being asked for it
 * meanwhile is kept in {@code again_at}, for the run may have looked at the state before that state changed.
 */
@Component
class JobRows {
    private final JdbcClient jdbc;

    JobRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(String kind, String key, Instant at) {
        jdbc.sql("""
                insert into scheduled_tasks as t (task_name, task_instance, execution_time, picked, version)
                values (:kind, :key, :at, false, 1)
                on conflict (task_name, task_instance) do update set
                    execution_time = case when t.picked then t.execution_time
                                          else least(t.execution_time, excluded.execution_time) end,
                    again_at = case when t.picked then least(t.again_at, excluded.execution_time) end
                """).param("kind", kind).param("key", key).param("at", utc(at)).update();
    }

    void cancel(String kind, String key) {
        jdbc.sql("""
                with pending as (
                    delete from scheduled_tasks where task_name = :kind and task_instance = :key and not picked)
                update scheduled_tasks set again_at = null where task_name = :kind and task_instance = :key and picked
                """).param("kind", kind).param("key", key).update();
    }

    /** The run is over and nothing is left to do, unless the job was asked for while it ran. */
    void finish(Execution run) {
        int deleted = onRow("delete from scheduled_tasks where " + SAME_RUN + " and again_at is null", run)
                .update();
        if (deleted == 0) {
            onRow(FREE + "execution_time = again_at, consecutive_failures = 0 where " + SAME_RUN, run)
                    .update();
        }
    }

    /** The run is over and another is due at an instant, or earlier when the job was asked for while it ran. */
    void repeat(Execution run, Instant at) {
        onRow(FREE + "execution_time = least(:at, again_at), consecutive_failures = :failures where " + SAME_RUN, run)
                .param("at", utc(at))
                .param("failures", run.consecutiveFailures + 1)
                .update();
    }

    private static final String SAME_RUN = "task_name = :kind and task_instance = :key and version = :version";

    private static final String FREE = """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, again_at = null,
                version = version + 1,\s""";

    private JdbcClient.StatementSpec onRow(String sql, Execution run) {
        return jdbc.sql(sql)
                .param("kind", run.getTaskName())
                .param("key", run.getId())
                .param("version", run.version);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
