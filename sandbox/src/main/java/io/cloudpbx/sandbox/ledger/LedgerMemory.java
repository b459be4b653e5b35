package io.cloudpbx.sandbox.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The newest 100,000 entries; forgotten with the process. */
final class LedgerMemory implements LedgerStore {
    static final int KEPT = 100_000;

    private final Deque<LedgerEntry> entries = new ArrayDeque<>();
    private long size;

    @Override
    public synchronized long size() {
        return size;
    }

    @Override
    public synchronized long append(LedgerEntry entry) {
        entries.addLast(entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
        return ++size;
    }

    @Override
    public void awaitKept(long ticket) {
        // Memory keeps at once.
    }

    @Override
    public synchronized Ledger.Page read(long after, int limit, Predicate<Fact> wanted) {
        long gone = size - entries.size();
        List<LedgerEntry> found = entries.stream()
                .skip(Math.max(0, after - gone))
                .filter(entry -> wanted.test(entry.fact()))
                .limit(limit)
                .toList();
        return new Ledger.Page(found, found.size() == limit ? found.getLast().seq() : Math.max(after, size));
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
