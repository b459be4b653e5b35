package io.cloudpbx.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How well a set of inbound texts is understood, and what was taken for what. */
record MessagesScore(List<Judged> judged) {
    private static final String SHIPPED = "messages.jsonl";

    record Judged(MessageRow row, String heard) {
        boolean isRight() {
            return row.expected().equals(heard);
        }
    }

    static MessagesScore ofShippedSet() throws IOException {
        try (InputStream set = Objects.requireNonNull(MessagesScore.class.getResourceAsStream(SHIPPED));
                BufferedReader rows = new BufferedReader(new InputStreamReader(set, StandardCharsets.UTF_8))) {
            return new MessagesScore(rows.lines()
                    .map(MessageRow::parse)
                    .map(row -> new Judged(row, row.heard()))
                    .toList());
        }
    }

    void print() {
        bySplit().forEach((split, part) -> {
            long right = part.stream().filter(Judged::isRight).count();
            System.out.printf(
                    "%n%s: %d of %d right (%.1f %%)%n", split, right, part.size(), 100.0 * right / part.size());
            part.stream()
                    .collect(Collectors.groupingBy(one -> one.row().expected(), TreeMap::new, Collectors.toList()))
                    .forEach(MessagesScore::printClass);
        });
        System.out.printf("%nTaken for something else:%n");
        judged.stream()
                .filter(one -> !one.isRight())
                .forEach(one -> System.out.printf(
                        "  %s taken for %s: %s%n",
                        one.row().expected(), one.heard(), one.row().text().body()));
    }

    private Map<String, List<Judged>> bySplit() {
        return judged.stream()
                .collect(Collectors.groupingBy(one -> one.row().split(), TreeMap::new, Collectors.toList()));
    }

    private static void printClass(String expected, List<Judged> part) {
        long right = part.stream().filter(Judged::isRight).count();
        System.out.printf("  %-16s %4d of %4d%n", expected, right, part.size());
    }
}
