package io.cloudpbx.dashboard;

import io.cloudpbx.dialing.HelpCalled;
import io.cloudpbx.dialing.HelpWritten;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

/** Tells every screen that somebody called for help: those of this node at once, and all when it is written. Each shows it once. */
@Component
class HelpAnnouncer {
    private static final String TYPE = "emergency.called";

    private final LiveFeed feed;
    private final NewsDesk newsDesk;
    private final JsonMapper json;

    HelpAnnouncer(LiveFeed feed, NewsDesk newsDesk, JsonMapper json) {
        this.feed = feed;
        this.newsDesk = newsDesk;
        this.json = json;
    }

    /** What a screen shows. */
    private record Shown(UUID id, Instant at, String title, String sentence) {
        static Shown of(HelpCalled call) {
            return new Shown(call.id(), call.at(), call.title(), call.sentence());
        }
    }

    @EventListener
    void on(HelpCalled call) {
        feed.tellNow(TYPE, json.writeValueAsString(Shown.of(call)));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(HelpWritten written) {
        newsDesk.tell(TYPE, Shown.of(written.call()));
    }
}
