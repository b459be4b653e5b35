package io.cloudpbx.callflow.store;

import io.cloudpbx.callflow.Draft;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.PlanVersion;
import io.cloudpbx.callflow.json.PlanReader;
import io.cloudpbx.callflow.json.PlanWriter;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code call_plan_version} and {@code call_plan_draft}. */
@Repository
public class PlanRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlanRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The number of the newest version; 0 before anything was published. */
    public int newest() {
        return jdbc.sql("select coalesce(max(number), 0) from call_plan_version")
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    public List<PlanVersion> versions(int limit) {
        return jdbc.sql("select * from call_plan_version order by number desc limit :limit")
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    public Optional<PlanVersion> version(int number) {
        return jdbc.sql("select * from call_plan_version where number = :number")
                .param("number", number)
                .query(this::read)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else published meanwhile */
    public void insert(PlanVersion version) {
        jdbc.sql("""
                        insert into call_plan_version (number, plan, published_at, published_by, note)
                        values (:number, :plan::json, :at, :by, :note)""")
                .param("number", version.number())
                .param("plan", text(version.plan()))
                .param("at", version.publishedAt().atOffset(ZoneOffset.UTC))
                .param("by", version.publishedBy())
                .param("note", version.note())
                .update();
    }

    /** In which one of these numbers stands. */
    public List<PlanVersion> naming(Collection<PhoneNumber> numbers) {
        return jdbc.sql("select * from call_plan_version where plan::text like any(:numbers) order by number")
                .param(
                        "numbers",
                        numbers.stream()
                                .map(number -> "%\"" + number.e164() + "\"%")
                                .toArray(String[]::new))
                .query(this::read)
                .list();
    }

    public void rewrite(int number, Plan plan) {
        jdbc.sql("update call_plan_version set plan = :plan::json where number = :number")
                .param("plan", text(plan))
                .param("number", number)
                .update();
    }

    /** Numbers stand in notes as people read them. */
    public void forgetInNotes(Collection<PhoneNumber> numbers) {
        numbers.forEach(
                number -> jdbc.sql("""
                        update call_plan_version set note = replace(note, :display, 'a deleted person')
                        where position(:display in note) > 0""").param("display", number.display()).update());
    }

    public Optional<Draft> draft() {
        return jdbc.sql("select plan, version from call_plan_draft")
                .query((row, index) -> new Draft(plan(row), row.getLong("version")))
                .optional();
    }

    /** The same, which nobody else replaces until the transaction ends. */
    public Optional<Draft> lockDraft() {
        return jdbc.sql("select plan, version from call_plan_draft for update")
                .query((row, index) -> new Draft(plan(row), row.getLong("version")))
                .optional();
    }

    /** False when the draft has moved on from the version given; 0 is that of one that is not there. */
    public boolean replace(Draft draft, String by, Instant now) {
        return jdbc.sql("""
                        insert into call_plan_draft (plan, version, changed_at, changed_by)
                        select :plan::json, 1, :now, :by where :version = 0 or exists (select from call_plan_draft)
                        on conflict (only_row) do update
                        set plan = excluded.plan, version = call_plan_draft.version + 1, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by
                        where call_plan_draft.version = :version""")
                        .param("plan", text(draft.plan()))
                        .param("version", draft.version())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    private String text(Plan plan) {
        return json.writeValueAsString(PlanWriter.write(plan));
    }

    private Plan plan(ResultSet row) throws SQLException {
        return PlanReader.read(json.readTree(row.getString("plan")));
    }

    private PlanVersion read(ResultSet row, int index) throws SQLException {
        return new PlanVersion(
                row.getInt("number"),
                plan(row),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getString("note"));
    }
}
