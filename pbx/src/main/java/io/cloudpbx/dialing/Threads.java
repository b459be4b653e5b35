package io.cloudpbx.dialing;

import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.messaging.Author;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.Entry;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes into the conversation of whoever was called that they were. What did not come to ringing them is no matter of theirs. */
@Component
class Threads {
    private final Conversations conversations;

    Threads(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Joins the caller's transaction. */
    void tell(DialedCall call) {
        boolean rung = call.outcome() == Reached.ANSWERED || call.outcome() == Reached.UNREACHED;
        if (rung && call.to() != null) {
            var conversation = conversations.lockWith(call.to().e164());
            conversations.add(new Entry(
                    UUID.randomUUID(),
                    conversation.id(),
                    conversations.now(),
                    Entry.Kind.EVENT,
                    "dialed/" + call.id(),
                    Author.SYSTEM,
                    words(call)));
        }
    }

    private static String words(DialedCall call) {
        if (call.answeredAt() == null) {
            return call.userName() + " called and did not reach them";
        }
        Duration talked = call.talked();
        return "%s called them · %d:%02d".formatted(call.userName(), talked.toMinutes(), talked.toSecondsPart());
    }
}
