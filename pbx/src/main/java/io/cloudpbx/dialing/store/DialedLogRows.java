package io.cloudpbx.dialing.store;

import io.cloudpbx.calls.CallFilter;
import io.cloudpbx.calls.CallFilter.Meant;
import io.cloudpbx.dialing.DialedCall;
import io.cloudpbx.listing.Conditions;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Stretch;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table {@code dialed_call} as the log looks through it: each look goes through so many calls, whatever is asked, and says how far it came. */
@Repository
public class DialedLogRows {
    private static final int MOST_CALLS = 100_000;
    private static final String NEWEST_FIRST = " order by created_at desc, id desc";

    private final JdbcClient jdbc;

    DialedLogRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Stretch<DialedCall> newest(CallFilter filter, @Nullable Cursor after, int limit) {
        Conditions time = Conditions.none()
                .within("created_at", filter.from(), filter.until())
                .after("created_at", after);
        Cursor floor = floor(time);
        Conditions wanted = wanted(filter, time).downTo("created_at", floor);
        List<DialedCall> found = ask("select * from dialed_call where ", wanted, NEWEST_FIRST + " limit :limit")
                .param("limit", limit)
                .query(DialedCallRows::read)
                .list();
        return new Stretch<>(found, found.size() < limit ? floor : null);
    }

    private @Nullable Cursor floor(Conditions time) {
        return ask("select created_at, id from dialed_call where ", time, NEWEST_FIRST + " offset :most limit 1")
                .param("most", MOST_CALLS)
                .query((row, index) -> new Cursor(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("id", UUID.class)))
                .optional()
                .orElse(null);
    }

    private static Conditions wanted(CallFilter filter, Conditions time) {
        Conditions wanted = time.given(
                        "extension_id = any(:extensions)",
                        "extensions",
                        filter.extensions() == null ? null : filter.extensions().toArray(UUID[]::new))
                .given("outcome = :outcome", "outcome", filter.outcome())
                .given(
                        "from_e164 = :number",
                        "number",
                        filter.number() == null ? null : filter.number().e164());
        Conditions heard = filter.recorded()
                ? wanted.and("id in (select call_id from call_tape where state = 'stored' and kind <> 'receptionist')")
                : wanted;
        return filter.meant() == null ? heard : theirs(heard, filter.meant());
    }

    private static Conditions theirs(Conditions all, Meant meant) {
        String people = meant.digits().isEmpty() ? "to_e164 = any(:people)" : "to_e164 like :digits";
        return all.and("(" + people + " or extension_id = any(:colleagues))")
                .with("digits", "%" + meant.digits() + "%")
                .with("people", meant.people().stream().map(PhoneNumber::e164).toArray(String[]::new))
                .with("colleagues", meant.extensions().toArray(UUID[]::new));
    }

    private StatementSpec ask(String before, Conditions all, String then) {
        return jdbc.sql(before + all.text() + then).params(all.values());
    }
}
