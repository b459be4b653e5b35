package io.cloudpbx.messaging.send;

import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.messaging.Why;
import io.cloudpbx.messaging.store.SendingRows;
import io.cloudpbx.messaging.store.SendingRows.End;
import io.cloudpbx.messaging.store.TextRows;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Texts of which nobody knows whether the carrier has them: they are looked for, and never sent again meanwhile. */
@Component
class Unknowns {
    /** By then its own news has mostly come, which is the best proof. */
    static final Duration FIRST_LOOK = Duration.ofSeconds(20);

    private final TextRows texts;
    private final SendingRows attempts;
    private final Conversations conversations;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    Unknowns(
            TextRows texts,
            SendingRows attempts,
            Conversations conversations,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.texts = texts;
        this.attempts = attempts;
        this.conversations = conversations;
        this.jobs = jobs;
        this.events = events;
    }

    /** Joins the caller's transaction, which holds the text. */
    void lookFor(Text text, String detail) {
        var now = conversations.now();
        attempts.open(text.id())
                .ifPresent(open -> attempts.settled(open.token(), End.of(SendingRows.State.UNKNOWN, detail), now));
        Why why = Why.plain("not_confirmed_yet", "The carrier has not confirmed it yet; it is being looked for.", "R8");
        texts.moved(text.id(), State.UNKNOWN, why, null, now);
        jobs.schedule(Reconciling.KIND, text.id().toString(), now.plus(FIRST_LOOK));
        events.publishEvent(new TextChanged(text.id()));
    }
}
