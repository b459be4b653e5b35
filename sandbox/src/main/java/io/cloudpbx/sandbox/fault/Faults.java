package io.cloudpbx.sandbox.fault;

import io.cloudpbx.sandbox.control.ControlProblem;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.state.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The faults that are switched on. They are kept until they are removed, also over a restart; a rule that strikes a
 * limited number of times is also kept with how often it did.
 */
public final class Faults {
    private static final int RULES_MAX = 1_000;

    private final Table<Kept> table;
    private final List<FaultRule> rules = new CopyOnWriteArrayList<>();
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    public Faults(CarrierState state) {
        this.table = state.table("fault", Kept.class);
        table.all().forEach(kept -> {
            rules.add(kept.rule());
            counters.put(id(kept.rule()), new Counter(kept));
        });
    }

    /** @param seen requests that the rule was about, of which it {@code struck} some */
    record Kept(FaultRule rule, long seen, long struck) {}

    /** What is to go wrong with this request, in the order in which the rules were made. */
    public List<Strike> decide(Supplier<Site> request) {
        // Mostly there are none; then nobody has to find out what the request is about.
        return rules.isEmpty() ? List.of() : decide(request.get());
    }

    public List<Strike> decide(Site site) {
        return rules.stream()
                .filter(rule -> rule.where() != null && rule.where().isHere(site))
                .filter(rule -> !(rule.what() instanceof What.MissingInLists))
                .map(this::next)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The rules by which things are left out of this list; each thing is to be counted by {@link #strikes}. */
    List<FaultRule> omissions(Site site) {
        return rules.stream()
                .filter(rule -> rule.where() != null && rule.where().isHere(site))
                .filter(rule -> rule.what() instanceof What.MissingInLists)
                .toList();
    }

    boolean strikes(FaultRule rule) {
        return next(rule) != null;
    }

    private @Nullable Strike next(FaultRule rule) {
        Counter counter = counters.get(id(rule));
        Strike strike = counter == null ? null : counter.next();
        HowOften often = rule.howOftenOrAlways();
        if (counter != null && (often.first() != null || (often.count() != null && strike != null))) {
            keep(counter);
        }
        return strike;
    }

    private void keep(Counter counter) {
        synchronized (table) {
            Kept now = counter.kept();
            Long first = now.rule().howOftenOrAlways().first();
            boolean over = first != null && now.seen() > first + 1;
            if (!over && table.get(id(now.rule())).isPresent()) {
                table.put(id(now.rule()), now);
            }
        }
    }

    private static final class Counter {
        private final FaultRule rule;
        private long seen;
        private long struck;

        Counter(Kept kept) {
            this.rule = kept.rule();
            this.seen = kept.seen();
            this.struck = kept.struck();
        }

        synchronized @Nullable Strike next() {
            What what = rule.what();
            seen++;
            if (what == null || !rule.howOftenOrAlways().strikes(seen, struck, rule.seedOrZero())) {
                return null;
            }
            struck++;
            return new Strike(what, rule.seedOrZero(), seen);
        }

        synchronized Kept kept() {
            return new Kept(rule, seen, struck);
        }
    }

    /** @throws ControlProblem naming the field that makes no sense */
    public FaultRule add(FaultRule wanted) {
        FaultCheck.check(wanted);
        FaultRule rule =
                new FaultRule(Sids.next("FT"), wanted.where(), wanted.what(), wanted.howOften(), wanted.seedOrZero());
        synchronized (table) {
            if (rules.size() >= RULES_MAX) {
                throw ControlProblem.conflict("There are " + RULES_MAX + " faults already");
            }
            Kept kept = new Kept(rule, 0, 0);
            table.put(id(rule), kept);
            counters.put(id(rule), new Counter(kept));
            rules.add(rule);
        }
        return rule;
    }

    boolean isThere(String id) {
        return counters.containsKey(id);
    }

    boolean areNone() {
        return rules.isEmpty();
    }

    public List<FaultRule> rules() {
        return List.copyOf(rules);
    }

    /** False when there is no such rule. */
    public boolean remove(String id) {
        synchronized (table) {
            if (counters.remove(id) == null) {
                return false;
            }
            rules.removeIf(rule -> id.equals(rule.id()));
            table.remove(id);
            return true;
        }
    }

    public void clear() {
        rules.forEach(rule -> remove(id(rule)));
    }

    private static String id(FaultRule rule) {
        return String.valueOf(rule.id());
    }
}
