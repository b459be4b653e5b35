package io.cloudpbx.dashboard;

import io.cloudpbx.database.DatabaseWatch;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of what there is news, until it is told: of all together, or of each by itself when one of them cannot be told.
 *
 * @param <S> what news is about
 */
class GatheredNews<S> {
    private static final Logger LOG = LoggerFactory.getLogger(GatheredNews.class);

    private final Set<S> changed = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);

    void add(S subject) {
        changed.add(subject);
        news.release();
    }

    /** Waits until there is news. What cannot be told now, as while the database is away, is told with the next. */
    void tellNext(Consumer<Set<S>> telling) throws InterruptedException {
        news.acquire();
        news.drainPermits();
        Set<S> some = Set.copyOf(changed);
        changed.removeAll(some);
        tell(some, telling);
    }

    private void tell(Set<S> some, Consumer<Set<S>> telling) {
        try {
            telling.accept(some);
        } catch (RuntimeException untold) {
            if (DatabaseWatch.isAbsence(untold) || Thread.currentThread().isInterrupted()) {
                changed.addAll(some);
                news.release();
                throw untold;
            }
            if (some.size() == 1) {
                LOG.error("The news of {} cannot be told, and is left out", some, untold);
            } else {
                tellOneByOne(some, telling);
            }
        }
    }

    /** What can never be told keeps the news of nothing else back. */
    private void tellOneByOne(Set<S> some, Consumer<Set<S>> telling) {
        changed.addAll(some);
        for (S one : some) {
            changed.remove(one);
            tell(Set.of(one), telling);
        }
    }
}
