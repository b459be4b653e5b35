package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.message.Text.Progress;
import io.cloudpbx.sandbox.message.Text.Status;
import io.cloudpbx.sandbox.message.Text.Step;
import io.cloudpbx.sandbox.message.Text.Step.Kind;
import java.time.Duration;
import java.time.Instant;

/**
 * What becomes of a text, step by step ({@code twilio.md} sections 3.2 and 13): decisions only, from what is known to
 * what the text is afterwards.
 */
final class Journey {
    /** What the carrier itself needs for a text that nobody waits before. */
    private static final Duration HANDLING = Duration.ofMillis(200);

    private Journey() {}

    /** Which sender a messaging service has found, and when that one's queue lets the text go. */
    sealed interface Pick {
        record Sender(String number, Pace.Slot slot) implements Pick {}

        record Nobody(int errorCode) implements Pick {}
    }

    /** What happens to a text that has left. */
    sealed interface Fate {
        record Arrives(Duration after) implements Fate {}

        record Fails(int errorCode, Duration after) implements Fate {}

        /** It does not leave at all. */
        record HeldBack(int errorCode) implements Fate {}
    }

    /** Whether the network tells that a text has arrived. */
    sealed interface Receipt {
        record Comes(Duration after) implements Receipt {}

        record Never() implements Receipt {}
    }

    /** A text of a sender's own leaves when the queue lets it. Never called with {@link Pace.Slot.Full}. */
    static Step queued(Pace.Slot slot, Instant expires) {
        return switch (slot) {
            case Pace.Slot.Leaves leaves -> Step.of(Kind.DISPATCH, leaves.at().plus(HANDLING));
            case Pace.Slot.TooLate late -> Step.of(Kind.EXPIRE, expires);
            case Pace.Slot.Full full -> throw new IllegalArgumentException("Refused, not queued");
        };
    }

    /** A text through a messaging service waits until one of its senders is chosen. */
    static Step accepted(Instant now) {
        return Step.of(Kind.PICK, now.plus(HANDLING));
    }

    static Text released(Text text, Instant at) {
        return text.with(text.progress().to(Status.ACCEPTED, at, accepted(at)));
    }

    static Text picked(Text text, Instant at, Pick pick) {
        return switch (pick) {
            case Pick.Nobody nobody -> failed(text, at, nobody.errorCode());
            case Pick.Sender sender
            when sender.slot() instanceof Pace.Slot.Full -> failed(text.sentBy(sender.number()), at, 30001);
            case Pick.Sender sender ->
                text.sentBy(sender.number())
                        .with(text.progress().to(Status.QUEUED, at, queued(sender.slot(), text.expiresAt())));
        };
    }

    /** Attachments are fetched while the text is {@code sending}. */
    static Text fetching(Text text, Instant at) {
        return text.with(text.progress().to(Status.SENDING, at, Step.of(Kind.FETCH, at)));
    }

    static Text dispatched(Text text, Instant at, Fate fate) {
        return switch (fate) {
            case Fate.Arrives arrives -> sent(text, at, Step.of(Kind.ARRIVE, at.plus(arrives.after())));
            case Fate.Fails fails -> sent(text, at, new Step(Kind.RECEIPT, at.plus(fails.after()), fails.errorCode()));
            case Fate.HeldBack heldBack -> failed(text, at, heldBack.errorCode());
        };
    }

    private static Text sent(Text text, Instant at, Step next) {
        return text.with(text.progress().to(Status.SENT, at, next));
    }

    static Text arrived(Text text, Instant at, Receipt receipt) {
        Progress progress = text.progress();
        return switch (receipt) {
            case Receipt.Never never -> text.with(progress.awaiting(null));
            case Receipt.Comes comes when comes.after().isZero() -> text.with(progress.to(Status.DELIVERED, at, null));
            case Receipt.Comes comes -> text.with(progress.awaiting(Step.of(Kind.RECEIPT, at.plus(comes.after()))));
        };
    }

    static Text receipt(Text text, Step receipt, Instant at) {
        Integer code = receipt.errorCode();
        return text.with(
                code == null
                        ? text.progress().to(Status.DELIVERED, at, null)
                        : text.progress().failing(Status.UNDELIVERED, at, code));
    }

    static Text expired(Text text, Instant at) {
        return failed(text, at, 30036);
    }

    /** It never leaves Twilio. */
    static Text failed(Text text, Instant at, int code) {
        return text.with(text.progress().failing(Status.FAILED, at, code));
    }

    static Text canceled(Text text, Instant at) {
        return text.with(text.progress().to(Status.CANCELED, at, null));
    }
}
