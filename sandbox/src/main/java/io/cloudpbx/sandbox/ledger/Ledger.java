package io.cloudpbx.sandbox.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/**
 * What happened, in order, never changed and without gaps in its numbers. It is written before what it tells about is
 * acknowledged: a text that reached a handset stands here before its callback goes out.
 */
public final class Ledger implements AutoCloseable {
    /** How many entries one reading looks at, so that a rare kind costs no more than any other. */
    static final int SCANNED_MAX = 50_000;

    private final LedgerStore store;
    private final Clock clock;

    private Ledger(LedgerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Kept in this file, whole, for good. */
    public static Ledger onDisk(Path file, Clock clock) {
        return new Ledger(new LedgerFile(file), clock);
    }

    /** The newest 100,000 entries, forgotten with the process. */
    public static Ledger inMemory(Clock clock) {
        return new Ledger(new LedgerMemory(), clock);
    }

    /**
     * Some entries, oldest first.
     *
     * @param next the number after which to go on reading
     */
    public record Page(List<LedgerEntry> entries, long next) {}

    /** Returns when the fact is kept. */
    public LedgerEntry append(Fact fact) {
        LedgerEntry entry;
        long ticket;
        synchronized (store) {
            entry = new LedgerEntry(store.size() + 1, clock.instant(), fact);
            ticket = store.append(entry);
        }
        store.awaitKept(ticket);
        return entry;
    }

    /** Returns when all of them are kept, in this order; they share one waiting for the disk. */
    public void appendAll(List<Fact> facts) {
        long ticket = 0;
        synchronized (store) {
            for (Fact fact : facts) {
                ticket = store.append(new LedgerEntry(store.size() + 1, clock.instant(), fact));
            }
        }
        store.awaitKept(ticket);
    }

    /**
     * What came after this number; all of it is on disk, when the ledger is. An empty page whose {@code next} has moved
     * on means that there may be more.
     */
    public Page read(long after, int limit, Predicate<Fact> wanted) {
        return store.read(Math.max(0, after), limit, wanted);
    }

    /** How many entries there ever were. */
    public long size() {
        return store.size();
    }

    @Override
    public void close() {
        store.close();
    }
}
