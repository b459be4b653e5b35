package io.cloudpbx.sandbox.ledger;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The newest 100,000 entries; forgotten with the process. */
final class LedgerMemory implements LedgerStore {
    static final int KEPT = 100_000;

    /** Each in the place of the one that is forgotten for it: whoever reads along finds the newest without passing all others. */
    private final @Nullable LedgerEntry[] places = new LedgerEntry[KEPT];

    private long size;

    @Override
    public synchronized long size() {
        return size;
    }

    @Override
    public synchronized long append(LedgerEntry entry) {
        places[place(++size)] = entry;
        return size;
    }

    private static int place(long number) {
        return (int) (number % KEPT);
    }

    @Override
    public void awaitKept(long ticket) {
        // Memory keeps at once.
    }

    @Override
    public synchronized Ledger.Page read(long after, int limit, Predicate<Fact> wanted) {
        long last = size;
        List<LedgerEntry> found = LongStream.rangeClosed(Math.max(after, last - KEPT) + 1, last)
                .mapToObj(number -> Objects.requireNonNull(places[place(number)]))
                .filter(entry -> wanted.test(entry.fact()))
                .limit(limit)
                .toList();
        return new Ledger.Page(found, found.size() == limit ? found.getLast().seq() : Math.max(after, last));
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
