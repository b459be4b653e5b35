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
 * The table {@code call} as the log looks through it. What one index answers is answered by it, however far down; where several things are
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

    public Stretch<Call> newest(CallFilter filter, @Nullable Cursor after, int limit) {
        if (filter.extensions() != null && filter.extensions().isEmpty()) {
            return new Stretch<>(List.of(), null);
        }
        Conditions time = Conditions.none()
                .within("started_at", filter.from(), filter.until())
                .after("started_at", after);
        Asked asked = asked(filter);
        Cursor floor = filter.recorded() ? floorOfTapes(after) : floor(time, asked);
        Conditions all = asked.all(time).downTo("started_at", floor);
        if (filter.recorded()) {
            all = all.and(playable(after, floor));
        }
        List<Call> found = asked.isOfFew() ? few(all, limit) : many(all, limit);
        return new Stretch<>(found, found.size() < limit ? floor : null);
    }

    /**
     * What is asked besides the time.
     *
     * @param indexed what an index answers that holds the calls in their order, the fewest first
     * @param others what no such index does
     * @param isOfFew whether it is of so few people that all of their calls can be looked at
     */
    private record Asked(List<Conditions> indexed, List<Conditions> others, boolean isOfFew) {
        Conditions all(Conditions first) {
            return Stream.concat(indexed.stream(), others.stream()).reduce(first, Conditions::and);
        }

        boolean isAnsweredByAnIndex() {
            return isOfFew || others.isEmpty() && indexed.size() < 2;
        }
    }

    private Asked asked(CallFilter filter) {
        List<Conditions> indexed = new ArrayList<>();
        List<Conditions> others = new ArrayList<>();
        if (filter.number() != null) {
            indexed.add(
                    Conditions.none().and("to_e164 = :number", "number", filter.number().e164()));
        }
        if (filter.extensions() != null) {
            // Of several the index does not give the calls in their order.
            (filter.extensions().size() == 1 ? indexed : others).add(whoseAre("extensions", filter.extensions()));
        }
        if (filter.outcome() != null) {
            indexed.add(Conditions.none().and("outcome = :outcome", "outcome", filter.outcome()));
        }
        Meant meant = filter.meant();
        if (meant == null) {
            return new Asked(indexed, others, false);
        }
        Optional<List<String>> numbers = numbers(meant);
        others.add(theirs(meant, numbers));
        return new Asked(indexed, others, numbers.isPresent() && meant.extensions().isEmpty());
    }

    private static Conditions whoseAre(String name, List<UUID> extensions) {
        return extensions.size() == 1
                ? Conditions.none().and("extension_id = :" + name, name, extensions.getFirst())
                : Conditions.none().and("extension_id = any(:" + name + ")", name, extensions.toArray(UUID[]::new));
    }

    private static Conditions theirs(Meant meant, Optional<List<String>> numbers) {
        Conditions people = numbers.map(known -> Conditions.none()
                        .and("from_e164 = any(:people)", "people", known.toArray(String[]::new)))
                .orElseGet(() -> Conditions.none().and("from_e164 like :digits", "digits", like(meant.digits())));
        Conditions colleagues = whoseAre("colleagues", meant.extensions());
        return people.or(colleagues);
    }

    /** Empty when they are so many that each call has to be looked at. */
    private Optional<List<String>> numbers(Meant meant) {
        if (meant.digits().isEmpty()) {
            return Optional.of(meant.people().stream().map(PhoneNumber::e164).toList());
        }
        List<String> callers = jdbc.sql("select e164 from caller where e164 like :digits limit :most")
                .param("digits", like(meant.digits()))
                .param("most", bounds.people() + 1)
                .query(String.class)
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
        Conditions walked = asked.indexed().stream().limit(1).reduce(time, Conditions::and);
        return ask("select started_at, id from call where ", walked, NEWEST_FIRST + " offset :most limit 1")
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
                .given("wanted_at < :tapedBefore", "tapedBefore", after == null ? null : utc(after.at().plus(LONGEST_CALL)))
                .given("wanted_at >= :tapedSince", "tapedSince", floor == null ? null : utc(floor.at()));
        return tapes.as("id = any(array(select call_id from call_tape where ", "))");
    }

    private List<Call> many(Conditions all, int limit) {
        return ask("select * from call where ", all, NEWEST_FIRST + " limit :limit")
                .param("limit", limit)
                .query(CallRows::read)
                .list();
    }

    /** Of a few people the database would else believe that going through the log from its top finds them soon. */
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
