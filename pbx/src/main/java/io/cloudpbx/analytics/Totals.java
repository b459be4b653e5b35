package io.cloudpbx.analytics;

import io.cloudpbx.figures.Figure;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Sums by topic and key. */
record Totals(Map<String, Map<String, Long>> byTopic) {

    static Totals of(Stream<Figure> figures) {
        Map<String, Map<String, Long>> sums = new HashMap<>();
        figures.forEach(figure -> sums.computeIfAbsent(figure.topic(), none -> new HashMap<>())
                .merge(figure.key(), figure.amount(), Long::sum));
        return new Totals(sums);
    }

    Map<String, Long> of(String topic) {
        return byTopic.getOrDefault(topic, Map.of());
    }

    long of(String topic, String key) {
        return of(topic).getOrDefault(key, 0L);
    }

    /** Of a topic whose keys have two parts: the second by the first. */
    Map<String, Map<String, Long>> parted(String topic) {
        Map<String, Map<String, Long>> parted = new HashMap<>();
        of(topic).forEach((key, amount) -> {
            int blank = key.indexOf(' ');
            parted.computeIfAbsent(key.substring(0, blank), none -> new HashMap<>())
                    .merge(key.substring(blank + 1), amount, Long::sum);
        });
        return parted;
    }
}
