package io.cloudpbx.bench;

import java.util.List;
import java.util.Locale;

/**
 * One line of the table that a benchmark prints.
 *
 * @param comparison what the value is to be held against, in words; empty when it stands alone
 */
record Figure(String name, double value, String unit, String comparison) {
    static void print(List<Figure> figures) {
        System.out.printf("%n%-58s %12s  %-8s %s%n", "measured", "value", "unit", "compare with");
        for (Figure figure : figures) {
            System.out.printf(
                    Locale.ROOT,
                    "%-58s %,12.1f  %-8s %s%n",
                    figure.name(),
                    figure.value(),
                    figure.unit(),
                    figure.comparison());
        }
    }
}
