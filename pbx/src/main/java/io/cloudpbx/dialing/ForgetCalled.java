package io.cloudpbx.dialing;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.dialing.store.CalledRows;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.forgetting.Forgetting;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Calls to somebody who is to be forgotten stay in the log without their number (C39). */
@Component
class ForgetCalled {
    private final DialedCallRows rows;
    private final CalledRows phones;
    private final Forgetting forgetting;
    private final ApplicationEventPublisher events;

    ForgetCalled(DialedCallRows rows, CalledRows phones, Forgetting forgetting, ApplicationEventPublisher events) {
        this.rows = rows;
        this.phones = phones;
        this.forgetting = forgetting;
        this.events = events;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        for (DialedCall call : rows.forget(deleted.numbers())) {
            phones.legOf(call.id()).ifPresent(leg -> forgetting.call(leg, deleted.contactId()));
            events.publishEvent(new DialedCallChanged(call.id(), null, call.createdAt(), Duration.ZERO));
        }
    }
}
