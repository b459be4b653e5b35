package io.cloudpbx.campaigns.send;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Writes down many together. One among them that can never be written, as something is wrong with it, is found by halves, and keeps
 * nobody else from being written.
 *
 * @param together writes them, or none
 * @param never told of one that cannot be written, whenever it is tried
 * @param later told of those that cannot be written now, as while the database is away
 */
record Writing<T>(
        Consumer<List<T>> together,
        BiConsumer<T, RuntimeException> never,
        BiConsumer<List<T>, RuntimeException> later) {
    /** @throws RuntimeException why some cannot be written now */
    void write(List<T> some) {
        try {
            together.accept(some);
        } catch (RuntimeException unwritten) {
            if (!isForGood(unwritten)) {
                later.accept(some, unwritten);
                throw unwritten;
            }
            if (some.size() == 1) {
                never.accept(some.getFirst(), unwritten);
            } else {
                writeHalves(some);
            }
        }
    }

    private void writeHalves(List<T> some) {
        List<T> second = some.subList(some.size() / 2, some.size());
        try {
            write(some.subList(0, some.size() / 2));
        } catch (RuntimeException away) {
            later.accept(second, away);
            throw away;
        }
        write(second);
    }

    /** What the database says of the data, or the program of itself: it says the same the next time. */
    private static boolean isForGood(RuntimeException failure) {
        boolean isDatabases = failure instanceof DataAccessException || failure instanceof TransactionException;
        return !isDatabases || failure instanceof DataIntegrityViolationException;
    }
}
