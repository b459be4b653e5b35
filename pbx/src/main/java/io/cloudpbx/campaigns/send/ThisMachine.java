package io.cloudpbx.campaigns.send;

import io.cloudpbx.jobs.Failures;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The one that the program runs on. */
@Component
class ThisMachine implements Machine, SmartLifecycle {
    private static final Duration LAST_WORK = Duration.ofSeconds(10);
    private static final Duration NEXT_LOOK = Duration.ofMillis(20);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger planned = new AtomicInteger();
    private final Failures failures;
    private volatile boolean stopping;

    ThisMachine(Failures failures) {
        this.failures = failures;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void at(long nanos, Runnable something) {
        planned.incrementAndGet();
        work.execute(() -> {
            try {
                for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                something.run();
            } catch (RuntimeException failure) {
                failures.report("A moment of a campaign", failure);
            } finally {
                planned.decrementAndGet();
            }
        });
    }

    @Override
    public boolean isStopping() {
        return stopping;
    }

    @Override
    public String token() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public void start() {
        stopping = false;
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    /** While all else is still there: what is written down is asked for, with what that plans, and nothing else begins (R22). */
    @Override
    public void stop() {
        stopping = true;
        long latest = System.nanoTime() + LAST_WORK.toNanos();
        while (planned.get() > 0 && System.nanoTime() < latest) {
            LockSupport.parkNanos(NEXT_LOOK.toNanos());
        }
        work.shutdownNow();
    }
}
