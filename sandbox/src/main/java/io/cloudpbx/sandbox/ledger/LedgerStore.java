package io.cloudpbx.sandbox.ledger;

import java.util.function.Predicate;

/** Where entries are kept: in a file, or in memory. */
interface LedgerStore extends AutoCloseable {
    /** How many there ever were. */
    long size();

    /** Returns what {@link #awaitKept} wants. */
    long append(LedgerEntry entry);

    /** Returns when the entry would survive what the store survives. */
    void awaitKept(long ticket);

    /** The wanted ones that come after this number, as many as are asked for or found in a reasonable time. */
    Ledger.Page read(long after, int limit, Predicate<Fact> wanted);

    @Override
    void close();
}
