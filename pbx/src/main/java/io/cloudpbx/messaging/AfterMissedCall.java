package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company has to say to somebody whose call reached nobody. */
@Service
public class AfterMissedCall {
    private final Conversations conversations;
    private final Outbox outbox;

    AfterMissedCall(Conversations conversations, Outbox outbox) {
        this.conversations = conversations;
        this.outbox = outbox;
    }

    /** Once per call, however often it is asked for: its line in the conversation is there once. Joins the caller's transaction. */
    @Transactional
    public void text(UUID callId, PhoneNumber caller, PhoneNumber called, String words) {
        Conversation conversation = conversations.lockWith(caller.e164());
        Entry once = new Entry(
                UUID.randomUUID(),
                conversation.id(),
                conversations.now(),
                Entry.Kind.EVENT,
                "missed-call-text/" + callId,
                Author.SYSTEM,
                "Text back after a missed call");
        if (conversations.add(once)) {
            outbox.submit(new NewText(
                    conversation.id(),
                    called,
                    caller.e164(),
                    words,
                    Author.SYSTEM,
                    TextKind.INFORMATIONAL,
                    null,
                    null,
                    List.of()));
        }
    }
}
