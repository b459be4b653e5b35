package io.cloudpbx.hooks.flow;

import java.time.Duration;
import java.util.List;

/**
 * What follows from an attempt. Twelve attempts over about three days, each pause longer than the one before: a receiver that is down over
 * a weekend misses nothing.
 */
public sealed interface Course {
    /** The receiver has it. */
    record Delivered() implements Course {}

    /** Once more, after this time. */
    record Again(Duration in) implements Course {}

    /** That was the last attempt. */
    record GivenUp() implements Course {}

    /** The receiver says that nobody is there for good: {@code 410 Gone}. */
    record Gone() implements Course {}

    int GONE = 410;

    List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(20),
            Duration.ofHours(28));

    /**
     * @param status of HTTP, 0 when nobody answered
     * @param tries how many there were, this one among them
     * @param chance from 0 to 1: by a tenth the pause is longer, so that what failed together parts
     */
    static Course after(int status, int tries, double chance) {
        if (status / 100 == 2) {
            return new Delivered();
        }
        if (status == GONE) {
            return new Gone();
        }
        if (tries > PAUSES.size()) {
            return new GivenUp();
        }
        Duration pause = PAUSES.get(tries - 1);
        return new Again(pause.plusMillis((long) (pause.toMillis() * chance / 10)));
    }
}
