package io.cloudpbx.bench.receptionist;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many rows of a set were understood, action by action, which were not, and how long it took. */
final class Scores {
    private final String name;
    private final Map<String, Count> actions = new TreeMap<>();
    private final List<String> confusions = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private int rows;
    private int right;
    private int falseRoutes;
    private int safe;

    /** Of one action: rows that wanted it, and those that got it. */
    private static final class Count {
        private int rows;
        private int right;
    }

    Scores(String name) {
        this.name = name;
    }

    void add(Expected expected, Outcome outcome, Row row) {
        boolean met = expected.isMetBy(outcome);
        Count count = actions.computeIfAbsent(expected.action(), unseen -> new Count());
        rows++;
        count.rows++;
        millis.add(outcome.millis());
        if (met) {
            right++;
            count.right++;
        } else {
            falseRoutes += outcome.connects() ? 1 : 0;
            safe += outcome.isSafe() ? 1 : 0;
            confusions.add(String.format(
                    "%-6s %-34s taken for %-34s %s%s",
                    row.id().asString(),
                    expected.name(),
                    outcome.name(),
                    outcome.connects() ? "(FALSE ROUTE) " : "",
                    row.text().replace('\n', ' ')));
        }
    }

    /** The share that was understood. */
    double right() {
        return share(right);
    }

    /** The share of all rows that was connected to somebody it should not. */
    double falseRoutes() {
        return share(falseRoutes);
    }

    /** The share that was understood, asked back, or left to the operator. */
    double rightOrSafe() {
        return share(right + safe);
    }

    /** Of the rows that wanted an action, the share that got it. */
    double right(String action) {
        Count count = actions.get(action);
        return count == null || count.rows == 0 ? 0 : (double) count.right / count.rows;
    }

    List<String> confusions() {
        return List.copyOf(confusions);
    }

    /** @param share from 0 to 1 */
    double millisAt(double share) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n%s: %.2f %% right of %,d rows, %.2f %% wrongly connected, %.2f %% right or safe; %.2f ms at the median, %.2f ms at p95%n",
                name,
                100 * right(),
                rows,
                100 * falseRoutes(),
                100 * rightOrSafe(),
                millisAt(0.5),
                millisAt(0.95));
        actions.forEach((action, count) ->
                out.printf(Locale.ROOT, "  %-20s %5d rows %7.1f %% right%n", action, count.rows, 100 * right(action)));
        confusions.forEach(confusion -> out.println("  " + confusion));
    }

    private double share(int part) {
        return rows == 0 ? 0 : (double) part / rows;
    }
}
