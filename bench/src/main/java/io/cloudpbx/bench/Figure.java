package io.cloudpbx.bench;

import java.util.Locale;

/**
 * One line of the table that a benchmark prints.
 *
 * @param comparison what the value is to be held against, in words; empty when it stands alone
 */
public record Figure(String name, double value, String unit, String comparison) {
    public static void printHead() {
        System.out.printf("%n%-72s %12s  %-8s %s%n", "measured", "value", "unit", "compare with");
    }

    public void print() {
        System.out.printf(Locale.ROOT, "%-72s %,12.2f  %-8s %s%n", name, value, unit, comparison);
    }
}
