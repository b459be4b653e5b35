package io.cloudpbx.calls.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words of calls that are over: found, and deleted. What came of them stays for the figures. */
@Repository
public class PastTurnRows {
    /** The words alone: ids of people and facts are ours, and tell what was decided. */
    private static final String WITHOUT_WORDS = """
            update call_turn
            set said = '', heard = case when heard is null then null else '' end, keys = '',
                decision = decision - 'say' - 'question' - 'quote',
                arguments = arguments - 'say' - 'question', words_deleted_at = :now
            where words_deleted_at is null""";

    private final JdbcClient jdbc;

    PastTurnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of which a mind decided something, newest first. */
    public List<UUID> callsSince(Instant from, int most) {
        return jdbc.sql("""
                        select c.id from call c
                        where c.started_at >= :from and c.ended_at is not null
                          and exists (select from call_turn t
                              where t.call_id = c.id and t.kind is not null and t.words_deleted_at is null)
                        order by c.started_at desc, c.id desc limit :most""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    /** At most so many turns; how many there were. The carrier asks for none of their answers again. */
    public int deleteWordsBefore(Instant before, int most, Instant now) {
        jdbc.sql("""
                        update call_step set answer = ''
                        where answer <> '' and call_id in (
                            select call_id from call_turn
                            where words_deleted_at is null and said_at < :before order by said_at limit :most)""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return jdbc.sql(WITHOUT_WORDS + """

                          and (call_id, turn) in (
                            select call_id, turn from call_turn
                            where words_deleted_at is null and said_at < :before order by said_at limit :most)""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In these calls. */
    public int deleteWordsOf(Collection<UUID> calls, Instant now) {
        UUID[] all = calls.toArray(UUID[]::new);
        jdbc.sql("""
                        update call_step set answer = ''
                        where answer <> '' and call_id = any(:calls)
                          and call_id in (select id from call where ended_at is not null)""").param("calls", all).update();
        return jdbc.sql(WITHOUT_WORDS + " and call_id = any(:calls)")
                .param("calls", all)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
