package io.cloudpbx.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be done at certain instants of carrier time, one thing after the other; forgotten with the process. */
public final class Agenda implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);
    private static final Duration LONG = Duration.ofDays(1);

    private final SandboxClock clock;
    private final PriorityQueue<Item> queue =
            new PriorityQueue<>(Comparator.comparing(Item::at).thenComparing(Item::number));
    private long numbers;
    private volatile boolean closed;

    public Agenda(SandboxClock clock, String name) {
        this.clock = clock;
        Thread.ofVirtual().name(name).start(this::run);
    }

    private record Item(Instant at, long number, Runnable work) {}

    /** The work must not wait for anything. */
    public void at(Instant when, Runnable work) {
        synchronized (queue) {
            queue.add(new Item(when, numbers++, work));
        }
        clock.wake();
    }

    private void run() {
        try {
            while (!closed) {
                Instant until = earliest(clock.instant().plus(LONG));
                clock.awaitUntil(until, () -> closed || earliest(until).isBefore(until));
                Item due = take(clock.instant());
                if (due != null && !closed) {
                    work(due);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant earliest(Instant otherwise) {
        synchronized (queue) {
            Item first = queue.peek();
            return first == null || first.at().isAfter(otherwise) ? otherwise : first.at();
        }
    }

    private @Nullable Item take(Instant now) {
        synchronized (queue) {
            Item first = queue.peek();
            return first == null || first.at().isAfter(now) ? null : queue.remove();
        }
    }

    private static void work(Item due) {
        try {
            due.work().run();
        } catch (RuntimeException e) {
            LOG.error("What was due could not be done", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        clock.wake();
    }
}
