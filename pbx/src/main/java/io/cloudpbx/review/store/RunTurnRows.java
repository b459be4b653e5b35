package io.cloudpbx.review.store;

import io.cloudpbx.receptionist.Gist;
import io.cloudpbx.review.RunTurn;
import io.cloudpbx.review.RunTurn.Now;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code receptionist_run_turn}. A turn is claimed before a model is asked, and never claimed twice. */
@Repository
public class RunTurnRows {
    private final JdbcClient jdbc;

    RunTurnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(UUID run, RunTurn turn) {
        jdbc.sql("""
                        insert into receptionist_run_turn (run_id, n, test_id, call_id, turn, then_kind, then_targets)
                        values (:run, :n, :test, :call, :turn, :kind, :targets)""")
                .param("run", run)
                .param("n", turn.n())
                .param("test", turn.testId())
                .param("call", turn.callId())
                .param("turn", turn.turn())
                .param("kind", turn.then().kind())
                .param("targets", turn.then().targets().toArray(String[]::new))
                .update();
    }

    /** Nobody knows what became of those; there is one attempt. */
    public void lose(UUID run) {
        jdbc.sql("update receptionist_run_turn set state = 'lost' where run_id = :run and state = 'asking'")
                .param("run", run)
                .update();
    }

    /** The next that waits, which from now on is asked about. */
    public Optional<RunTurn> claim(UUID run) {
        return jdbc.sql("""
                        update receptionist_run_turn set state = 'asking'
                        where run_id = :run and state = 'waiting' and n = (
                            select min(n) from receptionist_run_turn where run_id = :run and state = 'waiting')
                        returning *""").param("run", run).query(RunTurnRows::read).optional();
    }

    public void gone(UUID run, int n) {
        jdbc.sql("update receptionist_run_turn set state = 'gone' where run_id = :run and n = :n")
                .param("run", run)
                .param("n", n)
                .update();
    }

    public void done(UUID run, int n, Now now) {
        jdbc.sql("""
                        update receptionist_run_turn
                        set state = 'done', now_kind = :kind, now_targets = :targets, same = :same, mind = :mind, model = :model,
                            why = :why, fell_back = :fellBack, dollars = :dollars, took_ms = :took
                        where run_id = :run and n = :n and state = 'asking'""")
                .param("run", run)
                .param("n", n)
                .param("kind", now.gist().kind())
                .param("targets", now.gist().targets().toArray(String[]::new))
                .param("same", now.same())
                .param("mind", now.mind())
                .param("model", now.model())
                .param("why", now.why())
                .param("fellBack", now.fellBack())
                .param("dollars", now.dollars())
                .param("took", now.tookMillis())
                .update();
    }

    public List<RunTurn> of(UUID run) {
        return jdbc.sql("select * from receptionist_run_turn where run_id = :run order by n")
                .param("run", run)
                .query(RunTurnRows::read)
                .list();
    }

    /** How each test ended last, for those that were run. */
    public List<RunTurn> lastOfTests() {
        return jdbc.sql("""
                        select distinct on (t.test_id) t.* from receptionist_run_turn t
                        join receptionist_run r on r.id = t.run_id
                        where t.test_id is not null and t.state = 'done'
                        order by t.test_id, r.started_at desc""").query(RunTurnRows::read).list();
    }

    private static RunTurn read(ResultSet row, int index) throws SQLException {
        return new RunTurn(
                row.getInt("n"),
                row.getObject("test_id", UUID.class),
                row.getObject("call_id", UUID.class),
                row.getInt("turn"),
                new Gist(row.getString("then_kind"), texts(row.getArray("then_targets"))),
                row.getString("state"),
                row.getString("state").equals("done") ? now(row) : null);
    }

    private static Now now(ResultSet row) throws SQLException {
        return new Now(
                new Gist(row.getString("now_kind"), texts(row.getArray("now_targets"))),
                row.getBoolean("same"),
                row.getString("mind"),
                row.getString("model"),
                row.getString("why"),
                row.getString("fell_back"),
                row.getBigDecimal("dollars"),
                row.getLong("took_ms"));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return Arrays.asList((String[]) Objects.requireNonNull(array).getArray());
    }
}
