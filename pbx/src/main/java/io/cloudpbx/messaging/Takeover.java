package io.cloudpbx.messaging;

import io.cloudpbx.messaging.store.SendingRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * When a takeover has been answered, nothing of the assistant leaves any more. What it had handed to the carrier a moment before
 * cannot be called back, but its end is awaited, so that "after" means after.
 */
@Component
public class Takeover {
    /** No request to the carrier lasts longer. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static final Duration GLANCE = Duration.ofMillis(5);

    private final SendingRows attempts;
    private final Clock clock;

    Takeover(SendingRows attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Returns when no answer of the assistant is on its way. To be called when the takeover is committed, outside of transactions. */
    public void awaitSilence(UUID conversationId) {
        Instant start = clock.instant();
        Instant patience = start.plus(LONGEST);
        while (attempts.assistantIsSending(conversationId, start.minus(LONGEST))
                && clock.instant().isBefore(patience)) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }
}
