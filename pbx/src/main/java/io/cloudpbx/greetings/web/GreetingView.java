package io.cloudpbx.greetings.web;

import io.cloudpbx.greetings.Greeting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A greeting as clients see it.
 *
 * @param name by which a menu names it
 * @param peaks 100 loudness values from 0 to 1; null where the sound is compressed
 */
record GreetingView(
        String name,
        String type,
        long size,
        double durationSeconds,
        @Nullable List<Float> peaks,
        String audioUrl,
        Instant addedAt,
        String addedBy) {
    static GreetingView of(Greeting greeting) {
        return new GreetingView(
                greeting.name(),
                greeting.sound().type(),
                greeting.size(),
                greeting.sound().length().toMillis() / 1000.0,
                greeting.sound().peaks(),
                "/api/greetings/" + greeting.name() + "/audio",
                greeting.addedAt(),
                greeting.addedBy());
    }
}
