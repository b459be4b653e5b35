package io.cloudpbx.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Threads that live as long as the program, for work that waits for something, such as the database's notifications. */
@Component
public final class Loops implements DisposableBean {
    private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(30));
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Failures failures;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    Loops(Failures failures) {
        this.failures = failures;
    }

    /**
     * Runs the body on a thread of its own, again after a pause whenever it throws. At the program's end the thread is interrupted;
     * a body that returns is not run again.
     *
     * <p>A platform thread: all of them begin at once and load classes for the first time. Virtual threads that wait for each other
     * there hold on to the few that carry them, one per core, until none is left to let the first one finish.
     */
    public void run(String name, Runnable body) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(() -> keepRunning(name, body)));
    }

    private void keepRunning(String name, Runnable body) {
        int failuresInARow = 0;
        while (!stopping) {
            long begun = System.nanoTime();
            try {
                body.run();
                return;
            } catch (RuntimeException failure) {
                if (stopping) {
                    return;
                }
                failures.report("Loop " + name, failure);
                failuresInARow = ranWell(begun) ? 1 : failuresInARow + 1;
                LockSupport.parkNanos(BACK_OFF.after(failuresInARow, RandomGenerator.getDefault())
                        .toNanos());
            }
        }
    }

    private static boolean ranWell(long begun) {
        return System.nanoTime() - begun > BACK_OFF.cap().toNanos();
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(PATIENCE);
        }
    }
}
