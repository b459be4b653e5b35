package io.cloudpbx.messaging.arrive;

import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.messaging.Conversation;
import io.cloudpbx.messaging.Conversation.AnsweredBy;
import io.cloudpbx.messaging.flow.ArrivedText;
import io.cloudpbx.messaging.flow.Heard;
import io.cloudpbx.messaging.flow.Hearing;
import io.cloudpbx.messaging.flow.Meaning;
import io.cloudpbx.messaging.flow.ThreadState;
import io.cloudpbx.messaging.flow.ThreadState.Said;
import io.cloudpbx.messaging.flow.ThreadState.Speaker;
import io.cloudpbx.messaging.store.TextHistory;
import io.cloudpbx.messaging.store.TextHistory.Words;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Loads what {@link Hearing} may know about a text. */
@Component
class Listening {
    /** What was said earlier says little about what a few words mean. */
    private static final Duration RECENT = Duration.ofDays(2);

    private static final int RECENT_TEXTS = 10;

    private final TextHistory history;
    private final OptOuts optOuts;
    private final Numbers numbers;
    private final Clock clock;

    Listening(TextHistory history, OptOuts optOuts, Numbers numbers, Clock clock) {
        this.history = history;
        this.optOuts = optOuts;
        this.numbers = numbers;
        this.clock = clock;
    }

    Heard hear(Arriving arriving, Conversation conversation) {
        var number = PhoneNumber.reported(arriving.from());
        if (number.flatMap(numbers::holding).isPresent()) {
            return new Heard(Meaning.IGNORE, "It comes from one of our own numbers.", "");
        }
        var said =
                history.latestWords(conversation.id(), clock.instant().minus(RECENT), RECENT_TEXTS).reversed().stream()
                        .map(Listening::said)
                        .toList();
        return Hearing.hear(
                new ArrivedText(arriving.body(), arriving.mediaCount(), arriving.from()),
                new ThreadState(
                        number.flatMap(optOuts::of).isPresent(),
                        conversation.answeredBy() == AnsweredBy.ASSISTANT,
                        said));
    }

    private static Said said(Words text) {
        return new Said(text.inbound() ? Speaker.THEM : Speaker.US, text.body());
    }
}
