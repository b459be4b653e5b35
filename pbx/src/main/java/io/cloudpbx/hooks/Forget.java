package io.cloudpbx.hooks;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.hooks.store.OutboxRows;
import io.cloudpbx.jobs.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deletes what is old, and at once what is about somebody who is to be forgotten: what waits is then not told any more (C39). */
@Component
class Forget implements Recurring {
    private final OutboxRows deliveries;
    private final Clock clock;

    Forget(OutboxRows deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        deliveries.forget(deleted.numbers());
    }

    @Override
    public String name() {
        return "hooks.forget-old";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        deliveries.forgetBefore(clock.instant().minus(Telling.KEPT));
    }
}
