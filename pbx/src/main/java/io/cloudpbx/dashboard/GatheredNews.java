package io.cloudpbx.dashboard;

import io.cloudpbx.database.DatabaseWatch;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Of which calls there is news, until it is told: of all together, or of each by itself when one of them cannot be told. */
class GatheredNews {
    private static final Logger LOG = LoggerFactory.getLogger(GatheredNews.class);

    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);

    void add(UUID call) {
        changed.add(call);
        news.release();
    }

    /** Waits until there is news. What cannot be told now, as while the database is away, is told with the next. */
    void tellNext(Consumer<Set<UUID>> telling) throws InterruptedException {
        news.acquire();
        news.drainPermits();
        Set<UUID> ids = Set.copyOf(changed);
        changed.removeAll(ids);
        tell(ids, telling);
    }

    private void tell(Set<UUID> ids, Consumer<Set<UUID>> telling) {
        try {
            telling.accept(ids);
        } catch (RuntimeException untold) {
            if (DatabaseWatch.isAbsence(untold) || Thread.currentThread().isInterrupted()) {
                changed.addAll(ids);
                news.release();
                throw untold;
            }
            if (ids.size() == 1) {
                LOG.error("The news of call {} cannot be told, and is left out", ids, untold);
            } else {
                tellOneByOne(ids, telling);
            }
        }
    }

    /** A call that can never be told keeps the news of no other back. */
    private void tellOneByOne(Set<UUID> ids, Consumer<Set<UUID>> telling) {
        changed.addAll(ids);
        for (UUID id : ids) {
            changed.remove(id);
            tell(Set.of(id), telling);
        }
    }
}
