package io.cloudpbx.dashboard;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.dashboard.store.NewsRows;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What browsers were told of somebody who is to be forgotten is kept for none that catches up (C39). */
@Component
class ForgetNews {
    private final NewsRows rows;

    ForgetNews(NewsRows rows) {
        this.rows = rows;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        rows.forget(deleted.numbers());
    }
}
