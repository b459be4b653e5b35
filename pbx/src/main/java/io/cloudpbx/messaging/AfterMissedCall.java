package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.store.MessagingSettingsRow;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company has to say to somebody whose call reached nobody; nothing unless it has chosen words for it. */
@Service
public class AfterMissedCall {
    private final Conversations conversations;
    private final Outbox outbox;
    private final MessagingSettingsRow settings;

    AfterMissedCall(Conversations conversations, Outbox outbox, MessagingSettingsRow settings) {
        this.conversations = conversations;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** Once per call, however often it is asked for: its line in the conversation is there once. */
    @Transactional
    public void text(UUID callId, PhoneNumber caller, PhoneNumber called) {
        String words = settings.read().missedCallText();
        if (words == null) {
            return;
        }
        Conversation conversation = conversations.lockWith(caller.e164());
        Entry once = new Entry(
                UUID.randomUUID(),
                conversation.id(),
                conversations.now(),
                Entry.Kind.EVENT,
                "missed-call-text/" + callId,
                Author.SYSTEM,
                "Texted after a missed call");
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
