package io.cloudpbx.dialing;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.dialing.store.DialedCallRows;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Calls to somebody who is to be forgotten stay in the log without their number (C39). */
@Component
class ForgetCalled {
    private final DialedCallRows rows;
    private final ApplicationEventPublisher events;

    ForgetCalled(DialedCallRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        rows.forget(deleted.numbers())
                .forEach(call ->
                        events.publishEvent(new DialedCallChanged(call.id(), null, call.createdAt(), Duration.ZERO)));
    }
}
