package io.cloudpbx.messaging.restored;

import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.Why;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.send.Acceptances;
import io.cloudpbx.messaging.store.RecoveryRows;
import io.cloudpbx.messaging.store.SendingRows;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.messaging.store.WaitingTexts;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes texts of conversations that wait here, and that the carrier has, for sent. */
@Component
class SentAlready {
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final WaitingTexts waiting;
    private final TextRows texts;
    private final SendingRows attempts;
    private final Acceptances acceptances;
    private final Conversations conversations;
    private final RecoveryRows recoveries;

    SentAlready(
            WaitingTexts waiting,
            TextRows texts,
            SendingRows attempts,
            Acceptances acceptances,
            Conversations conversations,
            RecoveryRows recoveries) {
        this.waiting = waiting;
        this.texts = texts;
        this.attempts = attempts;
        this.acceptances = acceptances;
        this.conversations = conversations;
        this.recoveries = recoveries;
    }

    /** @return whether somebody waited for it */
    @Transactional
    public boolean take(long recovery, CarrierText found) {
        for (Text text : waiting.of(found.from(), found.to(), found.body())) {
            if (isOf(text, found) && take(text, found)) {
                recoveries.found(recovery, 0, 1);
                return true;
            }
        }
        return false;
    }

    /** One that was to leave later than this did is another with the same words. */
    private static boolean isOf(Text text, CarrierText found) {
        Instant sendAt = text.sendAt();
        Instant created = found.createdAt();
        boolean early = sendAt != null && created != null && sendAt.isAfter(created.plus(CLOCKS));
        return text.mediaCount() == found.mediaCount() && !early;
    }

    private boolean take(Text text, CarrierText found) {
        // The conversation before its text, as everywhere.
        conversations.lockOf(text.id());
        if (texts.lock(text.id()).filter(held -> held.state() == text.state()).isEmpty()) {
            return false;
        }
        acceptances.proven(attempt(text, found), found.id());
        if (found.status() != null) {
            acceptances.said(found.id(), found.status(), found.errorCode());
        }
        return true;
    }

    /** By which it is proven: the last that this database knows of, or one as there must have been. */
    private String attempt(Text text, CarrierText found) {
        if (!text.state().isWaiting()) {
            return attempts.of(text.id()).getFirst().token();
        }
        String token = "found " + found.id();
        // Not when the carrier says, whose clock is another: the newest attempt speaks for its text.
        attempts.insert(token, text.id(), conversations.now());
        Why why = Why.plain("found_at_carrier", "The carrier had it before this system was restored.", "R26");
        texts.moved(text.id(), State.SENDING, why, null, conversations.now());
        if (text.kind() == TextKind.ASSISTANT) {
            conversations.add(text.entry());
        }
        return token;
    }
}
