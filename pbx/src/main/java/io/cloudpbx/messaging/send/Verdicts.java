package io.cloudpbx.messaging.send;

import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.messaging.Why;
import io.cloudpbx.messaging.store.SendingRows;
import io.cloudpbx.messaging.store.SendingRows.Attempt;
import io.cloudpbx.messaging.store.SendingRows.End;
import io.cloudpbx.messaging.store.TextRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was found out about a text of unknown fate. News that came meanwhile is better proof and stands. */
@Component
class Verdicts {
    private final TextRows texts;
    private final SendingRows attempts;
    private final Acceptances acceptances;
    private final Conversations conversations;
    private final ApplicationEventPublisher events;

    Verdicts(
            TextRows texts,
            SendingRows attempts,
            Acceptances acceptances,
            Conversations conversations,
            ApplicationEventPublisher events) {
        this.texts = texts;
        this.attempts = attempts;
        this.acceptances = acceptances;
        this.conversations = conversations;
        this.events = events;
    }

    @Transactional
    public void found(Attempt attempt, CarrierText text) {
        acceptances.proven(attempt.token(), text.id());
        if (text.status() != null) {
            acceptances.said(text.id(), text.status(), text.errorCode());
        }
    }

    @Transactional
    public void notThere(Text text, Attempt attempt) {
        close(text, attempt, "The carrier does not have it. It was most likely not sent.");
    }

    @Transactional
    public void ambiguous(Text text, Attempt attempt) {
        // The conversation before its text, as everywhere.
        conversations.needsPerson(
                text.conversationId(),
                "It is not certain whether a text was sent. Look before sending it again.",
                false);
        close(text, attempt, "The carrier has several texts that could be this one. Look before you send it again.");
    }

    private void close(Text text, Attempt attempt, String sentence) {
        boolean still = texts.lock(text.id())
                .filter(present -> present.state() == State.UNKNOWN)
                .isPresent();
        if (still) {
            var now = conversations.now();
            attempts.settled(attempt.token(), End.of(SendingRows.State.NOT_FOUND, sentence), now);
            texts.moved(text.id(), State.NOT_CONFIRMED, Why.plain("not_confirmed", sentence, "R10"), null, now);
            events.publishEvent(new TextChanged(text.id()));
        }
    }
}
