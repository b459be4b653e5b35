package io.cloudpbx.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs failures of background work: a lasting one, such as a carrier that is down, once in ten minutes, not per attempt. */
public class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Instant> logged = new ConcurrentHashMap<>();

    public Failures(Clock clock) {
        this.clock = clock;
    }

    public void report(String work, Throwable failure) {
        Instant now = clock.instant();
        boolean news = logged.merge(work + " " + rootOf(failure).getClass().getName(), now, Failures::unlessRecent)
                .equals(now);
        if (news) {
            log.warn("{} failed and is tried again; the same is not logged for ten minutes.", work, failure);
        } else {
            log.debug("{} failed again.", work, failure);
        }
    }

    private static Instant unlessRecent(Instant last, Instant now) {
        return now.isBefore(last.plus(QUIET)) ? last : now;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
