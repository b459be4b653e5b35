package io.cloudpbx.calls.store;

import io.cloudpbx.calls.talk.Talked;
import io.cloudpbx.listing.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls that came to the receptionist, each with what its turns add up to. */
@Repository
public class TalkLists {
    /** A question that is about somebody was understood; one about nobody was not. */
    private static final String GLANCE = """
            select c.*, g.*
            from call c cross join lateral (
                select count(*) filter (where t.heard <> '' or t.keys <> '' or t.words_deleted_at is not null) as turns,
                       count(*) filter (where t.kind = 'reprompt'
                           or t.kind = 'clarify' and t.decision -> 'candidates' = '[]'::jsonb
                           or t.heard = '' and t.keys = '') as misunderstood,
                       coalesce(bool_or(t.kind = 'emergency'), false) as emergency,
                       coalesce(bool_or(t.fell_back is not null), false) as fell_back,
                       coalesce(array_agg(distinct t.mind) filter (where t.mind is not null), '{}') as minds,
                       coalesce(sum(t.dollars), 0) as dollars,
                       count(*) filter (where t.mind = 'claude' and t.dollars is null) as unpriced,
                       coalesce((array_agg(t.heard order by t.turn) filter (where t.heard <> ''))[1], '') as words
                from call_turn t where t.call_id = c.id) g
            where exists (select from call_turn t where t.call_id = c.id)""";

    private final JdbcClient jdbc;

    TalkLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a conversation can be looked for by. */
    public enum Mark {
        MISUNDERSTOOD,
        EMERGENCY,
        FELL_BACK
    }

    /** Which to list, and from where on. */
    public record Selection(
            @Nullable String outcome,
            @Nullable Mark mark,
            @Nullable Cursor after) {}

    public List<Talked> newest(Selection selection, int limit) {
        Cursor after = selection.after();
        return jdbc.sql(GLANCE + """

                          and (:outcome::text is null or c.outcome = :outcome)
                          and (:mark::text is null
                            or :mark = 'MISUNDERSTOOD' and g.misunderstood > 0
                            or :mark = 'EMERGENCY' and g.emergency
                            or :mark = 'FELL_BACK' and g.fell_back)
                          and (:before::timestamptz is null or (c.started_at, c.id) < (:before::timestamptz, :beforeId::uuid))
                        order by c.started_at desc, c.id desc limit :limit""")
                .param("outcome", selection.outcome())
                .param(
                        "mark",
                        selection.mark() == null ? null : selection.mark().name())
                .param("before", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .param("beforeId", after == null ? null : after.id())
                .param("limit", limit)
                .query(TalkLists::read)
                .list();
    }

    public Optional<Talked> find(UUID callId) {
        return jdbc.sql(GLANCE + " and c.id = :id")
                .param("id", callId)
                .query(TalkLists::read)
                .optional();
    }

    private static Talked read(ResultSet row, int index) throws SQLException {
        return new Talked(
                CallRows.read(row, index),
                row.getString("words"),
                row.getInt("turns"),
                row.getInt("misunderstood"),
                row.getBoolean("emergency"),
                row.getBoolean("fell_back"),
                Stream.of((String[]) row.getArray("minds").getArray()).sorted().toList(),
                row.getBigDecimal("dollars"),
                row.getInt("unpriced"));
    }
}
