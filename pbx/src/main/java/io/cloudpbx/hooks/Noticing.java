package io.cloudpbx.hooks;

import static io.cloudpbx.hooks.EventType.CALL_ANSWERED;
import static io.cloudpbx.hooks.EventType.CALL_ENDED;
import static io.cloudpbx.hooks.EventType.CALL_MISSED;
import static io.cloudpbx.hooks.EventType.CALL_STARTED;
import static io.cloudpbx.hooks.EventType.CAMPAIGN_ENDED;
import static io.cloudpbx.hooks.EventType.CONTACT_OPTED_OUT;
import static io.cloudpbx.hooks.EventType.CONVERSATION_NEEDS_PERSON;
import static io.cloudpbx.hooks.EventType.TEXT_FAILED;
import static io.cloudpbx.hooks.EventType.TEXT_RECEIVED;
import static io.cloudpbx.hooks.EventType.TEXT_SENT;
import static io.cloudpbx.hooks.EventType.VOICEMAIL_STORED;

import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.campaigns.CampaignChanged;
import io.cloudpbx.contacts.OptOutChanged;
import io.cloudpbx.dialing.DialedCallChanged;
import io.cloudpbx.messaging.PersonNeeded;
import io.cloudpbx.messaging.TextArrived;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.voicemail.VoicemailChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hears what happens, and has it told in the same transaction: nothing is told that is rolled back, and nothing that is committed goes
 * untold. At its end, when everything stands as it will be seen.
 */
@Component
class Noticing {
    private final Wanted wanted;
    private final CallNews calls;
    private final Sights sights;
    private final Telling telling;

    Noticing(Wanted wanted, CallNews calls, Sights sights, Telling telling) {
        this.wanted = wanted;
        this.calls = calls;
        this.sights = sights;
        this.telling = telling;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CallChanged changed) {
        if (wanted.any(CALL_STARTED, CALL_ANSWERED, CALL_ENDED, CALL_MISSED)) {
            calls.changed(changed.callId());
        }
    }

    /** Of calls to somebody who is forgotten, what was told is forgotten too, and is not told anew. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(DialedCallChanged changed) {
        if (changed.to() != null && wanted.any(CALL_STARTED, CALL_ANSWERED, CALL_ENDED)) {
            calls.changed(changed.callId());
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(VoicemailChanged changed) {
        if (wanted.any(VOICEMAIL_STORED)) {
            sights.voicemail(changed.voicemailId()).ifPresent(telling::tell);
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(TextArrived arrived) {
        if (wanted.any(TEXT_RECEIVED)) {
            sights.received(arrived.textId()).ifPresent(telling::tell);
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(TextChanged changed) {
        if (wanted.any(TEXT_SENT, TEXT_FAILED)) {
            sights.sent(changed.textId()).ifPresent(telling::tell);
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(PersonNeeded needed) {
        if (wanted.any(CONVERSATION_NEEDS_PERSON)) {
            sights.waiting(needed.conversationId()).ifPresent(telling::tell);
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(OptOutChanged changed) {
        if (changed.optedOut() && wanted.any(CONTACT_OPTED_OUT)) {
            sights.optedOut(changed.number()).ifPresent(telling::tell);
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CampaignChanged changed) {
        if (wanted.any(CAMPAIGN_ENDED)) {
            sights.campaign(changed.campaignId()).ifPresent(telling::tell);
        }
    }
}
