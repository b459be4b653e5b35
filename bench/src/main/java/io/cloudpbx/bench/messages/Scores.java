package io.cloudpbx.bench.messages;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many rows of a set were understood, class by class, and which were not. */
final class Scores {
    private final String name;
    private final Map<String, Count> classes = new TreeMap<>();
    private final List<String> confusions = new ArrayList<>();

    /** Of one class: its rows, those among them that were understood, and all rows that were taken for it. */
    private static final class Count {
        private int rows;
        private int right;
        private int taken;
    }

    Scores(String name) {
        this.name = name;
    }

    void add(String wanted, String got, Row row) {
        Count count = classes.computeIfAbsent(wanted, unseen -> new Count());
        count.rows++;
        classes.computeIfAbsent(got, unseen -> new Count()).taken++;
        if (wanted.equals(got)) {
            count.right++;
        } else {
            confusions.add(String.format(
                    "%-7s %-15s taken for %-15s %s",
                    row.id().asString(), wanted, got, row.text().body().replace('\n', ' ')));
        }
    }

    double accuracy() {
        int rows = classes.values().stream().mapToInt(count -> count.rows).sum();
        return share(classes.values().stream().mapToInt(count -> count.right).sum(), rows);
    }

    /** Of the rows of a class, the share that was understood. */
    double recall(String wanted) {
        Count count = classes.get(wanted);
        return count == null ? 0 : share(count.right, count.rows);
    }

    /** Of the rows taken for a class, the share that was of it. */
    double precision(String wanted) {
        Count count = classes.get(wanted);
        return count == null ? 0 : share(count.right, count.taken);
    }

    List<String> confusions() {
        return List.copyOf(confusions);
    }

    void print(PrintStream out) {
        int rows = classes.values().stream().mapToInt(count -> count.rows).sum();
        out.printf(Locale.ROOT, "%n%s: %.2f %% of %,d rows%n", name, 100 * accuracy(), rows);
        out.printf("  %-15s %6s %9s %10s%n", "class", "rows", "recall", "precision");
        classes.forEach((wanted, count) -> out.printf(
                Locale.ROOT,
                "  %-15s %6d %7.1f %% %8.1f %%%n",
                wanted,
                count.rows,
                100 * recall(wanted),
                100 * precision(wanted)));
        confusions.forEach(confusion -> out.println("  " + confusion));
    }

    private static double share(int part, int all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
