package io.cloudpbx.calls.store;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallFilter;
import io.cloudpbx.calls.CallFilter.Meant;
import io.cloudpbx.listing.Conditions;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Stretch;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The table {@code call} as the log looks through it, for those that came in. What one index answers is answered by it, however far down; where several things are
 * asked at once, a look goes through so many calls and says how far it came.
 */
@Repository
public class LogRows {
    private static final String NEWEST_FIRST = " order by started_at desc, id desc";

    /** No recording begins longer after its call did. */
    private static final Duration LONGEST_CALL = Duration.ofDays(1);

    /**
     * How much one look goes through at most, which takes about a tenth of a second.
     *
     * @param people of whom all calls are looked at
     */
    record Bounds(int calls, int tapes, int people) {
        private static final Bounds USUAL = new Bounds(100_000, 10_000, 500);
    }

    private final JdbcClient jdbc;
    private final Bounds bounds;

    @Autowired
    LogRows(JdbcClient jdbc) {
        this(jdbc, Bounds.USUAL);
    }

    LogRows(JdbcClient jdbc, Bounds bounds) {
        this.jdbc = jdbc;
        this.bounds = bounds;
    }

    /** In a transaction of the caller's. */
    public Stretch<Call> newest(CallFilter filter, @Nullable Cursor after, int limit) {
        if (filter.extensions() != null && filter.extensions().isEmpty()) {
            return new Stretch<>(List.of(), null);
        }
        Conditions time = Conditions.none()
                .and("dialer is null")
                .within("started_at", filter.from(), filter.until())
                .after("started_at", after);
        Asked asked = asked(filter);
        goByIndexes(!filter.recorded() && !asked.isOfFew());
        Cursor floor = filter.recorded() ? floorOfTapes(after) : floor(time, asked);
        List<Call> found = filter.recorded()
                ? few(asked.all(time).downTo("started_at", floor).and(playable(after, floor)), limit)
                : asked.isOfFew() ? few(asked.all(time), limit) : many(time, asked, limit);
        goByIndexes(false);
        return new Stretch<>(found, found.size() < limit ? floor : null);
    }

    /**
     * Until the transaction ends, or it is told otherwise. The database would sooner read all calls and sort them than go through a part of
     * them in their order; and a plan for whatever may be asked knows nothing of how rare that is.
     */
    private void goByIndexes(boolean only) {
        jdbc.sql("""
                        select set_config('enable_seqscan', :others, true), set_config('enable_bitmapscan', :others, true),
                            set_config('enable_sort', :others, true), set_config('enable_incremental_sort', :others, true),
                            set_config('plan_cache_mode', :plans, true)""")
                .param("others", only ? "off" : "on")
                .param("plans", only ? "force_custom_plan" : "auto")
                .query((row, index) -> true)
                .single();
    }

    /** What an index answers that holds the calls of each value in their order. */
    private record Key(String column, String name, Object value) {
        Conditions asked() {
            return Conditions.none().and(column + " = :" + name, name, value);
        }

        /** Asked like this, with the order that goes with it, no other index will do, on which there might be far more calls on the way. */
        Conditions walked() {
            return Conditions.none().and(column + " between :" + name + " and :" + name, name, value);
        }
    }

    /**
     * What is asked besides the time.
     *
     * @param keys those that are met by the fewest first
     * @param others what no such index answers
     * @param isOfFew whether it is of so few people that all of their calls can be looked at
     */
    private record Asked(List<Key> keys, List<Conditions> others, boolean isOfFew) {
        Conditions all(Conditions time) {
            return Stream.concat(keys.stream().map(Key::asked), others.stream()).reduce(time, Conditions::and);
        }

        /** Through which calls the log is gone. */
        Conditions walked(Conditions time) {
            return keys.stream().limit(1).map(Key::walked).reduce(time, Conditions::and);
        }

        /** What is looked at on the way. */
        Conditions rest() {
            return Stream.concat(keys.stream().skip(1).map(Key::asked), others.stream())
                    .reduce(Conditions.none(), Conditions::and);
        }

        String order() {
            String key = keys.isEmpty() ? "" : keys.getFirst().column() + ", ";
            return " order by " + key + "started_at desc, id desc";
        }

        boolean isAnsweredByAnIndex() {
            return isOfFew || others.isEmpty() && keys.size() < 2;
        }
    }

    private Asked asked(CallFilter filter) {
        List<Key> keys = new ArrayList<>();
        List<Conditions> others = new ArrayList<>();
        if (filter.number() != null) {
            keys.add(new Key("to_e164", "number", filter.number().e164()));
        }
        if (filter.extensions() != null && filter.extensions().size() == 1) {
            keys.add(new Key("extension_id", "extension", filter.extensions().getFirst()));
        } else if (filter.extensions() != null) {
            others.add(whoseAre("extensions", filter.extensions()));
        }
        if (filter.outcome() != null) {
            keys.add(new Key("outcome", "outcome", filter.outcome()));
        }
        Meant meant = filter.meant();
        if (meant == null) {
            return new Asked(keys, others, false);
        }
        Optional<List<String>> numbers = numbers(meant);
        others.add(theirs(meant, numbers));
        return new Asked(keys, others, numbers.isPresent() && meant.extensions().isEmpty());
    }

    private static Conditions whoseAre(String name, List<UUID> extensions) {
        return Conditions.none().and("extension_id = any(:" + name + ")", name, extensions.toArray(UUID[]::new));
    }

    private static Conditions theirs(Meant meant, Optional<List<String>> numbers) {
        Conditions people = numbers.map(known ->
                        Conditions.none().and("from_e164 = any(:people)", "people", known.toArray(String[]::new)))
                .orElseGet(() -> Conditions.none().and("from_e164 like :digits", "digits", like(meant.digits())));
        return meant.extensions().isEmpty() ? people : people.or(whoseAre("colleagues", meant.extensions()));
    }

    /** Empty when they are so many that each call has to be looked at. */
    private Optional<List<String>> numbers(Meant meant) {
        if (meant.digits().isEmpty()) {
            return Optional.of(meant.people().stream().map(PhoneNumber::e164).toList());
        }
        List<String> callers = jdbc.sql("select e164 from caller where e164 like :digits limit :most")
                .param("digits", like(meant.digits()))
                .param("most", bounds.people() + 1)
                .query((row, index) -> row.getString("e164"))
                .list();
        return Optional.of(callers).filter(known -> known.size() <= bounds.people());
    }

    private static String like(String digits) {
        return "%" + digits + "%";
    }

    /** Where a look ends that no index answers alone; null where one does, or where the log ends sooner. */
    private @Nullable Cursor floor(Conditions time, Asked asked) {
        if (asked.isAnsweredByAnIndex()) {
            return null;
        }
        return ask(
                        "select started_at, id from call where ",
                        asked.walked(time),
                        asked.order() + " offset :most limit 1")
                .param("most", bounds.calls())
                .query((row, index) -> new Cursor(
                        row.getObject("started_at", OffsetDateTime.class).toInstant(), row.getObject("id", UUID.class)))
                .optional()
                .orElse(null);
    }

    private @Nullable Cursor floorOfTapes(@Nullable Cursor after) {
        Conditions before = Conditions.none()
                .and("state = 'stored'")
                .given("wanted_at < :before", "before", after == null ? null : utc(after.at()));
        return ask("select wanted_at from call_tape where ", before, " order by wanted_at desc offset :most limit 1")
                .param("most", bounds.tapes())
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> new Cursor(at.toInstant(), new UUID(0, 0)))
                .orElse(null);
    }

    private static Conditions playable(@Nullable Cursor after, @Nullable Cursor floor) {
        Conditions tapes = Conditions.none()
                .and("state = 'stored'")
                .given(
                        "wanted_at < :tapedBefore",
                        "tapedBefore",
                        after == null ? null : utc(after.at().plus(LONGEST_CALL)))
                .given("wanted_at >= :tapedSince", "tapedSince", floor == null ? null : utc(floor.at()));
        return tapes.as("id = any(array(select call_id from call_tape where ", "))");
    }

    /** The inner limit ends the look, whatever the database believes of the rest. */
    private List<Call> many(Conditions time, Asked asked, int limit) {
        Conditions looked = asked.walked(time)
                .as("select * from (select * from call where ", asked.order() + " limit :most) as call where ")
                .with("most", bounds.calls() + 1);
        return ask("", looked.then(asked.rest()), asked.order() + " limit :limit")
                .param("limit", limit)
                .query(CallRows::read)
                .list();
    }

    /** Of few calls the database would else believe that going through the log from its top finds them soon. */
    private List<Call> few(Conditions all, int limit) {
        return ask(
                        "with theirs as materialized (select id, started_at from call where ",
                        all,
                        ") select * from call where id in (select id from theirs" + NEWEST_FIRST + " limit :limit)"
                                + NEWEST_FIRST)
                .param("limit", limit)
                .query(CallRows::read)
                .list();
    }

    private StatementSpec ask(String before, Conditions all, String then) {
        return jdbc.sql(before + all.text() + then).params(all.values());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The reason of each call's last step. */
    public Map<UUID, String> reasons(Collection<UUID> ids) {
        Map<UUID, String> reasons = new HashMap<>();
        jdbc.sql("""
                        select distinct on (call_id) call_id, reason from call_step where call_id = any(:ids)
                        order by call_id, seq desc""").param("ids", ids.toArray(UUID[]::new)).query(row -> {
            reasons.put(row.getObject("call_id", UUID.class), row.getString("reason"));
        });
        return reasons;
    }
}
