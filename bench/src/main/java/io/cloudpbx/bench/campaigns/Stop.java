package io.cloudpbx.bench.campaigns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where one text stands still on its way, until it is let go. */
final class Stop implements Standstill {
    private final Place place;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    Stop(Place place) {
        this.place = place;
    }

    enum Place {
        BEFORE_THE_CARRIER,
        BEFORE_THE_ANSWER
    }

    Place place() {
        return place;
    }

    void stand() throws IOException {
        reached.countDown();
        try {
            letGo.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public boolean isReachedWithin(Duration patience) throws InterruptedException {
        return reached.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        letGo.countDown();
    }
}
