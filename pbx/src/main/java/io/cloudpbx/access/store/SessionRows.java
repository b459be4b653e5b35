package io.cloudpbx.access.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Spring Session's rows, read and ended past it: it finds sessions only by the secret that the browser holds. */
@Repository
public class SessionRows {
    /** What a session holds beside whose it is. */
    public static final String BROWSER = "browser";

    public static final String ADDRESS = "address";

    private static final String ATTRIBUTE = """
            (select convert_from(attribute_bytes, 'UTF8') from spring_session_attributes
                where session_primary_id = s.primary_id and attribute_name = '%s') as %1$s
            """;

    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param current the id that the asking browser holds; none of theirs when it is somebody else's */
    public List<OpenSession> of(UUID user, String current) {
        return jdbc.sql("select s.*, s.session_id = encode(sha256(convert_to(:current, 'UTF8')), 'hex') as current, "
                        + ATTRIBUTE.formatted(BROWSER) + ", " + ATTRIBUTE.formatted(ADDRESS)
                        + "from spring_session s where principal_name = :user order by last_access_time desc")
                .param("user", user.toString())
                .param("current", current)
                .query((row, number) -> new OpenSession(
                        UUID.fromString(row.getString("primary_id")),
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        row.getString(BROWSER),
                        row.getString(ADDRESS),
                        row.getBoolean("current")))
                .list();
    }

    /** Whether this person had such a session. */
    public boolean end(UUID user, UUID session) {
        return jdbc.sql("delete from spring_session where primary_id = :session and principal_name = :user")
                        .param("session", session.toString())
                        .param("user", user.toString())
                        .update()
                > 0;
    }

    /**
     * Ends all of a person's but one.
     *
     * @param kept the id that the browser holds which stays signed in; empty for none
     * @return how many were ended
     */
    public int endOthers(UUID user, String kept) {
        return jdbc.sql("""
                delete from spring_session
                where principal_name = :user and session_id <> encode(sha256(convert_to(:kept, 'UTF8')), 'hex')
                """).param("user", user.toString()).param("kept", kept).update();
    }
}
