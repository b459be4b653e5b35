package io.cloudpbx.messaging.send;

import io.cloudpbx.messaging.Conversation;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.Gate;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.messaging.Why;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.messaging.store.SendingRows;
import io.cloudpbx.messaging.store.SendingRows.Attempt;
import io.cloudpbx.messaging.store.TextRows;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last look at a text before it leaves. Its conversation is held meanwhile, so that a person who takes over does so either
 * before, and the text stays here, or after, and then sees it as under way.
 */
@Component
class SendStep {
    /** Longer than a request to the carrier can last. */
    static final Duration LONGEST_REQUEST = Duration.ofSeconds(15);

    private static final Duration NEXT_LOOK = Duration.ofSeconds(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TextRows texts;
    private final SendingRows attempts;
    private final Conversations conversations;
    private final Gate gate;
    private final Unknowns unknowns;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SendStep(
            TextRows texts,
            SendingRows attempts,
            Conversations conversations,
            Gate gate,
            Unknowns unknowns,
            Clock clock,
            ApplicationEventPublisher events) {
        this.texts = texts;
        this.attempts = attempts;
        this.conversations = conversations;
        this.gate = gate;
        this.unknowns = unknowns;
        this.clock = clock;
        this.events = events;
    }

    /** What is to be done now. */
    sealed interface Step permits Nothing, Waiting, Claimed {}

    record Nothing() implements Step {}

    record Waiting(Instant until) implements Step {}

    /**
     * Nobody else will send this text.
     *
     * @param until when the carrier is to give it up; null where no hour limits it
     * @param since on the clock that never jumps, in nanoseconds: a claim that has grown old is not used any more (R13)
     */
    record Claimed(Text text, String token, @Nullable Instant until, long since) implements Step {}

    @Transactional
    public Step claim(UUID id) {
        // The conversation is always locked before its texts.
        var conversation = conversations.lockOf(id);
        if (conversation.isEmpty()) {
            return new Nothing();
        }
        return texts.lock(id).map(text -> claim(text, conversation.get())).orElseGet(Nothing::new);
    }

    private Step claim(Text text, Conversation conversation) {
        Instant sendAt = text.sendAt();
        if (text.state() == State.SENDING) {
            return leftBehind(text);
        }
        if (!text.state().isWaiting()) {
            return new Nothing();
        }
        return sendAt != null && sendAt.isAfter(clock.instant()) ? new Waiting(sendAt) : judge(text, conversation);
    }

    /** Somebody is sending it, or was and died: then nobody knows what came of it. */
    private Step leftBehind(Text text) {
        Instant over = attempts.open(text.id())
                .map(Attempt::startedAt)
                .orElse(Instant.EPOCH)
                .plus(LONGEST_REQUEST);
        if (over.isAfter(clock.instant())) {
            return new Waiting(over);
        }
        unknowns.lookFor(text, "The system stopped while this was being sent.");
        return new Nothing();
    }

    private Step judge(Text text, Conversation conversation) {
        return switch (gate.decide(text, conversation)) {
            case Verdict.Refuse refuse -> refused(text, Why.because(refuse.because(), refuse.checks()));
            case Verdict.Later later ->
                stays(text, State.SCHEDULED, Why.because(later.because(), later.checks()), later.until());
            case Verdict.Send send -> leaves(text, send);
        };
    }

    /** What somebody wrote before sending was stopped waits until it is resumed; an answer of the assistant's would come too late. */
    private Step refused(Text text, Why why) {
        if (!why.code().equals(Why.FROZEN) || text.kind() == TextKind.ASSISTANT) {
            return stays(text, State.REFUSED, why, null);
        }
        Why known = text.why();
        if (known == null || !known.code().equals(Why.FROZEN)) {
            stays(text, State.SCHEDULED, why, null);
        }
        return new Waiting(clock.instant().plus(NEXT_LOOK));
    }

    private Step stays(Text text, State state, Why why, @Nullable Instant until) {
        texts.moved(text.id(), state, why, until, conversations.now());
        events.publishEvent(new TextChanged(text.id()));
        return until == null ? new Nothing() : new Waiting(until);
    }

    private Step leaves(Text text, Verdict.Send verdict) {
        Instant now = conversations.now();
        String token = token();
        attempts.insert(token, text.id(), now);
        texts.moved(text.id(), State.SENDING, Why.sent(verdict.checks()), null, now);
        if (text.kind() == TextKind.ASSISTANT) {
            conversations.add(text.entry());
        }
        events.publishEvent(new TextChanged(text.id()));
        return new Claimed(text, token, verdict.until(), System.nanoTime());
    }

    /** 128 random bits: nobody guesses it and tells us news of a text that is not his. */
    private static String token() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
