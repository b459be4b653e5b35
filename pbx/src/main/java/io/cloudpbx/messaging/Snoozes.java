package io.cloudpbx.messaging;

import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.messaging.store.ConversationLists;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Brings back what was put away, when its time has come. */
@Component
class Snoozes implements Recurring {
    private final ConversationLists lists;
    private final Conversations conversations;
    private final Clock clock;

    Snoozes(ConversationLists lists, Conversations conversations, Clock clock) {
        this.lists = lists;
        this.conversations = conversations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "messaging.wake";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        lists.toWake(clock.instant()).forEach(conversations::wake);
    }
}
