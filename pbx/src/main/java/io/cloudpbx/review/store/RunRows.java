package io.cloudpbx.review.store;

import io.cloudpbx.review.Plan;
import io.cloudpbx.review.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code receptionist_run}. */
@Repository
public class RunRows {
    private static final String WITH_COUNTS = """
            select r.*, c.* from receptionist_run r cross join lateral (
                select count(*) as turns, count(*) filter (where state = 'done') as done,
                       count(*) filter (where same) as same, count(*) filter (where state in ('lost', 'gone')) as lost,
                       count(*) filter (where fell_back is not null) as without_model, coalesce(sum(dollars), 0) as dollars
                from receptionist_run_turn t where t.run_id = r.id) c""";

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Run run) {
        jdbc.sql("""
                        insert into receptionist_run
                            (id, what, mind, model, briefing, draft, days, started_at, started_by, estimate)
                        values (:id, :what, :mind, :model, :briefing, :draft, :days, :at, :by, :estimate)""")
                .param("id", run.id())
                .param("what", run.plan().what().name())
                .param("mind", run.plan().mind().name())
                .param("model", run.plan().model())
                .param("briefing", run.plan().briefing().name())
                .param("draft", run.draft())
                .param("days", run.plan().days())
                .param("at", run.startedAt().atOffset(ZoneOffset.UTC))
                .param("by", run.startedBy())
                .param("estimate", run.estimate())
                .update();
    }

    public List<Run> newest(int most) {
        return jdbc.sql(WITH_COUNTS + " order by r.started_at desc, r.id limit :most")
                .param("most", most)
                .query(RunRows::read)
                .list();
    }

    public Optional<Run> find(UUID id) {
        return jdbc.sql(WITH_COUNTS + " where r.id = :id")
                .param("id", id)
                .query(RunRows::read)
                .optional();
    }

    public void finished(UUID id, Instant at) {
        jdbc.sql("update receptionist_run set finished_at = :at where id = :id and finished_at is null")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void stopped(UUID id) {
        jdbc.sql("update receptionist_run set stopped = true where id = :id and finished_at is null")
                .param("id", id)
                .update();
    }

    public boolean delete(UUID id) {
        return jdbc.sql("delete from receptionist_run where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Run read(ResultSet row, int index) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                new Plan(
                        Plan.What.valueOf(row.getString("what")),
                        Plan.Mind.valueOf(row.getString("mind")),
                        row.getString("model"),
                        Plan.Told.valueOf(row.getString("briefing")),
                        row.getInt("days")),
                row.getString("draft"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("started_by"),
                instant(row, "finished_at"),
                row.getBoolean("stopped"),
                row.getBigDecimal("estimate"),
                new Run.Counts(
                        row.getInt("turns"),
                        row.getInt("done"),
                        row.getInt("same"),
                        row.getInt("lost"),
                        row.getInt("without_model"),
                        row.getBigDecimal("dollars")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
