package io.cloudpbx.messaging.arrive;

import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.messaging.Author;
import io.cloudpbx.messaging.Conversation;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.FixedReplies;
import io.cloudpbx.messaging.NewText;
import io.cloudpbx.messaging.Outbox;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.TextArrived;
import io.cloudpbx.messaging.TextArrived.Between;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.messaging.Why;
import io.cloudpbx.messaging.flow.Heard;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows from what somebody wrote, in the transaction in which it is kept. */
@Component
class Consequences {
    private final Conversations conversations;
    private final TextRows texts;
    private final Outbox outbox;
    private final FixedReplies fixedReplies;
    private final OptOuts optOuts;
    private final ApplicationEventPublisher events;

    Consequences(
            Conversations conversations,
            TextRows texts,
            Outbox outbox,
            FixedReplies fixedReplies,
            OptOuts optOuts,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.texts = texts;
        this.outbox = outbox;
        this.fixedReplies = fixedReplies;
        this.optOuts = optOuts;
        this.events = events;
    }

    void follow(Text text, Heard heard, Conversation conversation) {
        takeBackWhatWaits(conversation);
        switch (heard.meaning()) {
            case OPT_OUT -> {
                withNumber(text, number -> optOuts.optOut(number, evidence(text, heard)));
                conversations.tell(conversation.id(), "Opted out: “" + heard.quote() + "”");
            }
            case OPT_IN -> {
                withNumber(text, number -> optOuts.optIn(number, evidence(text, heard)));
                conversations.tell(conversation.id(), "Wants to be texted again: “" + heard.quote() + "”");
            }
            case OPT_OUT_REVIEW -> {
                withNumber(text, number -> optOuts.pauseMarketing(number, evidence(text, heard)));
                conversations.needsPerson(
                        conversation.id(), "This may mean no more texts: “" + heard.quote() + "”", false);
            }
            case EMERGENCY ->
                conversations.needsPerson(conversation.id(), "This may be an emergency: “" + heard.quote() + "”", true);
            case HUMAN ->
                conversations.needsPerson(conversation.id(), "They ask for a person: “" + heard.quote() + "”", false);
            case HELP, AI, SUPPRESSED, HUMAN_THREAD, IGNORE -> {}
        }
        fixedReplies.to(text, heard.meaning()).ifPresent(words -> reply(text, words));
        events.publishEvent(new TextArrived(conversation.id(), text.id(), heard.meaning(), between(text)));
    }

    /** Whatever was to be said later was written without knowing this. */
    private void takeBackWhatWaits(Conversation conversation) {
        Why why = Why.plain("they_wrote", "They wrote before this was sent.", "");
        var kinds = Set.of(TextKind.PERSONAL, TextKind.INFORMATIONAL);
        texts.cancelWaiting(conversation.id(), kinds, State.SCHEDULED, why, conversations.now())
                .forEach(id -> events.publishEvent(new TextChanged(id)));
    }

    private static Between between(Text text) {
        return new Between(
                new PhoneNumber(text.ours()),
                PhoneNumber.reported(text.theirs()).orElse(null));
    }

    /** A short code can neither opt out nor be texted. */
    private static void withNumber(Text text, Consumer<PhoneNumber> then) {
        PhoneNumber.reported(text.theirs()).ifPresent(then);
    }

    private static Evidence evidence(Text text, Heard heard) {
        boolean wholeText = heard.quote().strip().equals(text.body().strip());
        return new Evidence(
                wholeText ? Source.KEYWORD : Source.PHRASE,
                text.body(),
                text.id().toString(),
                null);
    }

    private void reply(Text text, String words) {
        outbox.submit(new NewText(
                text.conversationId(),
                new PhoneNumber(text.ours()),
                text.theirs(),
                words,
                Author.SYSTEM,
                TextKind.CONFIRMATION,
                text.id(),
                null,
                List.of()));
    }
}
