package io.cloudpbx.dashboard;

import io.cloudpbx.contacts.OptOutChanged;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells browsers that somebody opted out or came back, whichever way; whoever looks at opt-outs asks again. */
@Component
class OptOutAnnouncer {
    private final NewsDesk newsDesk;

    OptOutAnnouncer(NewsDesk newsDesk) {
        this.newsDesk = newsDesk;
    }

    @EventListener
    void on(OptOutChanged changed) {
        newsDesk.tell("changed", Map.of("path", "/api/opt-outs"));
    }
}
