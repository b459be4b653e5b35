package io.cloudpbx.sandbox.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Things of one kind that the carrier remembers, by key, oldest first. A change is on disk when the method that makes
 * it returns; others may see it a moment before.
 */
public final class Table<T> {
    private final String kind;
    private final Journal journal;
    private final Map<String, T> rows;

    Table(String kind, Journal journal, LinkedHashMap<String, T> replayed) {
        this.kind = kind;
        this.journal = journal;
        this.rows = replayed;
    }

    /** Adds or replaces; a replaced row keeps its place. */
    public void put(String key, T row) {
        long entry;
        synchronized (rows) {
            rows.put(key, row);
            entry = journal.append(kind, key, row);
        }
        journal.awaitForced(entry);
    }

    /**
     * Like {@link #put}, but on disk only when {@link #awaitDurable} has returned for the ticket given back: for many
     * changes that share one force.
     */
    public long note(String key, T row) {
        synchronized (rows) {
            rows.put(key, row);
            return journal.append(kind, key, row);
        }
    }

    /** Returns when the noted change, and every one before it, would survive a power cut. */
    public void awaitDurable(long ticket) {
        journal.awaitForced(ticket);
    }

    /** Like {@link #remove}, with a ticket as {@link #note} gives it. */
    public long noteRemoval(String key) {
        synchronized (rows) {
            rows.remove(key);
            return journal.append(kind, key, null);
        }
    }

    public void remove(String key) {
        long entry;
        synchronized (rows) {
            rows.remove(key);
            entry = journal.append(kind, key, null);
        }
        journal.awaitForced(entry);
    }

    public Optional<T> get(String key) {
        synchronized (rows) {
            return Optional.ofNullable(rows.get(key));
        }
    }

    /** A copy, oldest first. */
    public List<T> all() {
        synchronized (rows) {
            return new ArrayList<>(rows.values());
        }
    }

    /** A copy with its keys, oldest first. */
    public Map<String, T> byKey() {
        synchronized (rows) {
            return new LinkedHashMap<>(rows);
        }
    }
}
