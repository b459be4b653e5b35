package io.cloudpbx.access.store;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done by whom (S9): a table that only grows. */
@Repository
public class Audit {
    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One line of the log; nothing of it is secret.
     *
     * @param actor who did it: a user's id, or the e-mail address that was typed
     * @param address where the request came from
     * @param action such as {@code sign_in}
     * @param object what it was done to
     */
    public record Entry(
            String actor,
            String address,
            String action,
            @Nullable String object,
            @Nullable String detail) {
        public static Entry of(Object actor, String address, String action) {
            return new Entry(actor.toString(), address, action, null, null);
        }

        public Entry on(String what) {
            return new Entry(actor, address, action, what, detail);
        }

        public Entry because(String why) {
            return new Entry(actor, address, action, object, why);
        }
    }

    public void record(Entry entry) {
        jdbc.sql("""
                insert into audit_log (at, actor, address, action, object, detail)
                values (:at, :actor, :address, :action, :object, :detail)
                """)
                .param("at", Times.utc(clock.instant()))
                .param("actor", shortened(entry.actor()))
                .param("address", entry.address())
                .param("action", entry.action())
                .param("object", entry.object())
                .param("detail", entry.detail())
                .update();
    }

    /** What was typed into a form may be of any length. */
    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.substring(0, Math.min(printable.length(), 200));
    }
}
