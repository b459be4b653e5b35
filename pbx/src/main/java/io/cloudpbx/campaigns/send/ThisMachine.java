package io.cloudpbx.campaigns.send;

import io.cloudpbx.jobs.Failures;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The one that the program runs on. */
@Component
class ThisMachine implements Machine, DisposableBean {
    private static final Duration LAST_WORK = Duration.ofSeconds(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final Failures failures;

    ThisMachine(Failures failures) {
        this.failures = failures;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void at(long nanos, Runnable something) {
        work.execute(() -> {
            for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            try {
                something.run();
            } catch (RuntimeException failure) {
                failures.report("What a campaign had planned", failure);
            }
        });
    }

    @Override
    public String token() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** What is being asked is asked to its end; what has not been asked yet is found by its lease (R22). */
    @Override
    public void destroy() throws InterruptedException {
        work.shutdown();
        if (!work.awaitTermination(LAST_WORK.toSeconds(), TimeUnit.SECONDS)) {
            work.shutdownNow();
        }
    }
}
