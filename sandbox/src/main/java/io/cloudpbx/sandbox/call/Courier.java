package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.time.SandboxClock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings to a time line, in order, what other time lines have for it. Two lines that waited for one another would wait
 * for ever, so nobody waits here; a clock that is moved by hand does.
 */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final SandboxClock clock;
    private final Consumer<Runnable> deliver;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    Courier(SandboxClock clock, Consumer<Runnable> deliver) {
        this.clock = clock;
        this.deliver = deliver;
    }

    synchronized void send(Runnable event) {
        SandboxClock.Lasting underWay = clock.inFlight();
        last = last.thenRunAsync(
                () -> {
                    // One that cannot be delivered keeps none of those behind it.
                    try (underWay) {
                        deliver.accept(event);
                    } catch (RuntimeException failed) {
                        LOG.error("Word from another time line was lost", failed);
                    }
                },
                carrying -> Thread.ofVirtual().name("courier").start(carrying));
    }
}
