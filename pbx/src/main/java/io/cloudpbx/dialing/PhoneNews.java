package io.cloudpbx.dialing;

import io.cloudpbx.calls.TakenOver;
import io.cloudpbx.database.AfterAbsence;
import io.cloudpbx.database.DatabaseAway;
import io.cloudpbx.database.DatabaseWatch;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * News of the two phones of a call, for whoever leads it at that moment. What comes while the database is away is written when that is back;
 * should the program be gone by then, the carrier is asked, as about every call that is quiet.
 */
@Service
public class PhoneNews implements AfterAbsence {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneNews.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Progress progress;
    private final TakenOver taken;
    private final DatabaseWatch database;
    private final Queue<News> noted = new ConcurrentLinkedQueue<>();

    PhoneNews(Progress progress, TakenOver taken, DatabaseWatch database) {
        this.progress = progress;
        this.taken = taken;
        this.database = database;
    }

    /** @param own whether it is the phone of whoever began the call */
    private record News(boolean own, UUID call, CarrierId phone, CallStatus status) {}

    /** Of the phone of whoever began it. */
    public void ofOwn(UUID call, CarrierId phone, CallStatus status) {
        tell(new News(true, call, phone, status));
    }

    /** Of the phone of whoever is called. */
    public void ofCalled(UUID call, CarrierId phone, CallStatus status) {
        tell(new News(false, call, phone, status));
    }

    private void tell(News news) {
        try {
            database.within(PATIENCE, () -> {
                write(news);
                return true;
            });
        } catch (DatabaseAway away) {
            noted.add(news);
        }
    }

    /** In two transactions: whoever leads a call elsewhere holds its row there before the one here. */
    private void write(News news) {
        boolean here = news.own()
                ? progress.reported(news.call(), news.phone(), news.status())
                : progress.leg(news.call(), news.phone(), news.status());
        if (!here) {
            taken.told(news.call(), news.phone(), news.status());
        }
    }

    @Override
    public boolean hasSomething() {
        return !noted.isEmpty();
    }

    @Override
    public void catchUp(Runnable rightThen) {
        for (News next = noted.peek(); next != null; next = noted.peek()) {
            try {
                write(next);
            } catch (RuntimeException failure) {
                if (DatabaseWatch.isAbsence(failure)) {
                    throw failure;
                }
                LOG.error("News of a call from the dashboard could not be written", failure);
            }
            noted.remove(next);
        }
        rightThen.run();
    }
}
