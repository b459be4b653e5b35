package io.cloudpbx.inbox;

import io.cloudpbx.calls.CallerInDanger;
import io.cloudpbx.calls.CallerOptedOut;
import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.telephony.PhoneNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Does in the conversation of a caller what they said on the telephone, in the transaction in which it is written down. A caller
 * whose number is withheld has none.
 */
@Component
class CallerWishes {
    private final Conversations conversations;
    private final OptOuts optOuts;

    CallerWishes(Conversations conversations, OptOuts optOuts) {
        this.conversations = conversations;
        this.optOuts = optOuts;
    }

    /** The same opt-out as that of a text (C5). */
    @EventListener
    void on(CallerOptedOut optedOut) {
        PhoneNumber from = optedOut.from();
        if (from != null) {
            optOuts.optOut(
                    from,
                    new Evidence(
                            Source.VOICE, optedOut.quote(), optedOut.callId().toString(), null));
            var conversation = conversations.lockWith(from.e164());
            conversations.tell(conversation.id(), "Opted out on the telephone: “" + optedOut.quote() + "”");
        }
    }

    @EventListener
    void on(CallerInDanger danger) {
        PhoneNumber from = danger.from();
        if (from != null) {
            var conversation = conversations.lockWith(from.e164());
            conversations.tell(conversation.id(), "Said on the telephone: “" + danger.quote() + "”");
            conversations.needsPerson(
                    conversation.id(), "This may be an emergency, on the telephone: “" + danger.quote() + "”", true);
        }
    }
}
