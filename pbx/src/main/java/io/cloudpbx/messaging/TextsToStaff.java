package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody of the house has to know at once, on their own phone. It passes the gate like what a colleague writes to them. */
@Service
public class TextsToStaff {
    private final Conversations conversations;
    private final Outbox outbox;

    TextsToStaff(Conversations conversations, Outbox outbox) {
        this.conversations = conversations;
        this.outbox = outbox;
    }

    /** @param once of which there is one text to this phone, however often it is asked for */
    @Transactional
    public void text(String once, PhoneNumber to, PhoneNumber from, String words) {
        Conversation conversation = conversations.lockWith(to.e164());
        Entry line = new Entry(
                UUID.randomUUID(),
                conversation.id(),
                conversations.now(),
                Entry.Kind.EVENT,
                once,
                Author.SYSTEM,
                "Told of a call for help");
        if (conversations.add(line)) {
            outbox.submit(new NewText(
                    conversation.id(),
                    from,
                    to.e164(),
                    words,
                    Author.SYSTEM,
                    TextKind.PERSONAL,
                    null,
                    null,
                    List.of()));
        }
    }
}
