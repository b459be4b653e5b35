package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one alarm clock of all texts: hands over what has become due, in the order of its time, in batches so that the
 * disk is asked once for many. A hundred thousand texts may wait here; each is a small entry and no thread.
 */
final class DueTexts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DueTexts.class);
    /** Longer than anything is awaited at a stretch. */
    private static final Duration LONG = Duration.ofDays(1);
    /** No step makes another one sooner than this, except at once; so a batch does not overtake what it causes. */
    private static final Duration TOGETHER = Duration.ofMillis(20);

    private static final int BATCH_MAX = 1_000;

    private final SandboxClock clock;
    private final Consumer<List<Due>> work;
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private long numbers;
    private volatile Instant awaited = Instant.MAX;
    private volatile boolean closed;

    DueTexts(SandboxClock clock, Consumer<List<Due>> work) {
        this.clock = clock;
        this.work = work;
    }

    /** A step of a text that comes at this instant. */
    record Due(Instant at, long number, String sid) {}

    void start() {
        Thread.ofVirtual().name("texts").start(this::run);
    }

    void add(String sid, Instant at) {
        synchronized (queue) {
            queue.add(new Due(at, numbers++, sid));
        }
        if (at.isBefore(awaited)) {
            clock.wake();
        }
    }

    int size() {
        synchronized (queue) {
            return queue.size();
        }
    }

    private void run() {
        try {
            while (!closed) {
                awaitTheNext();
                List<Due> batch = takeBatch();
                if (!batch.isEmpty() && !closed) {
                    work(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTheNext() throws InterruptedException {
        Instant until = earliest(clock.instant().plus(LONG));
        awaited = until;
        clock.awaitUntil(until, () -> closed || earliest(until).isBefore(until));
        awaited = Instant.MIN;
    }

    private Instant earliest(Instant otherwise) {
        synchronized (queue) {
            Due first = queue.peek();
            return first == null ? otherwise : first.at();
        }
    }

    private List<Due> takeBatch() {
        Instant now = clock.instant();
        List<Due> batch = new ArrayList<>();
        synchronized (queue) {
            Due first = queue.peek();
            Instant last = first == null ? now : earlier(now, first.at().plus(TOGETHER));
            for (Due due = first; due != null && !due.at().isAfter(last) && batch.size() < BATCH_MAX; ) {
                batch.add(queue.remove());
                due = queue.peek();
            }
        }
        return batch;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void work(List<Due> batch) {
        try {
            work.accept(batch);
        } catch (RuntimeException e) {
            LOG.error("Texts could not be moved on", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        clock.wake();
    }
}
