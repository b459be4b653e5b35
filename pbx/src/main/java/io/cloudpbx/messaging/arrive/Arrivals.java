package io.cloudpbx.messaging.arrive;

import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.messaging.Author;
import io.cloudpbx.messaging.Conversation;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.Why;
import io.cloudpbx.messaging.flow.Heard;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a text in: kept once however often it comes, understood, and acted upon, all in one transaction. A STOP that is kept is
 * therefore in force (C3).
 */
@Service
public class Arrivals {
    private final Conversations conversations;
    private final TextRows texts;
    private final Listening listening;
    private final Consequences consequences;
    private final AttachedMedia attached;
    private final Forgetting forgetting;
    private final Clock clock;

    Arrivals(
            Conversations conversations,
            TextRows texts,
            Listening listening,
            Consequences consequences,
            AttachedMedia attached,
            Forgetting forgetting,
            Clock clock) {
        this.conversations = conversations;
        this.texts = texts;
        this.listening = listening;
        this.consequences = consequences;
        this.attached = attached;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /** Nothing happens when it was here before, or was deleted with its person. */
    @Transactional
    public void receive(Arriving arriving) {
        if (forgetting.isForgotten(arriving.id())) {
            return;
        }
        Conversation conversation = conversations.lockWith(arriving.from());
        Heard heard = listening.hear(arriving, conversation);
        Text text = kept(arriving, conversation, heard);
        // A second one waits for the conversation, and finds the first one's text.
        if (texts.insert(text, heard.meaning())) {
            attached.expect(arriving, text);
            conversations.addHeard(
                    text.entry(),
                    new PhoneNumber(text.ours()),
                    PhoneNumber.reported(text.theirs()).orElse(null));
            consequences.follow(text, heard, conversation);
        }
    }

    private Text kept(Arriving arriving, Conversation conversation, Heard heard) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // PostgreSQL's text cannot hold U+0000.
        String body = arriving.body().replace("\0", "");
        return new Text(
                UUID.randomUUID(),
                conversation.id(),
                true,
                arriving.to(),
                arriving.from(),
                body,
                Author.THEM,
                null,
                State.RECEIVED,
                null,
                arriving.id(),
                0,
                conversation.epoch(),
                null,
                Segments.of(body).count(),
                arriving.mediaCount(),
                Why.heard(heard),
                now,
                null,
                null);
    }
}
