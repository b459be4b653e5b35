package io.cloudpbx.messaging.send;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.messaging.CarrierErrors;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.messaging.Why;
import io.cloudpbx.messaging.flow.FullQueue;
import io.cloudpbx.messaging.send.SendStep.Claimed;
import io.cloudpbx.messaging.store.SendingRows;
import io.cloudpbx.messaging.store.SendingRows.Attempt;
import io.cloudpbx.messaging.store.SendingRows.End;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of a request to the carrier. */
@Component
class Settlement {
    /** The carrier blocks this pair of numbers, whoever asked it to (C9). */
    private static final int OPTED_OUT = 21610;

    /** Until the carrier's day is over nothing helps; more often than that is no use. */
    private static final int DAY_IS_USED_UP = 63038;

    private static final Duration NEXT_LOOK = Duration.ofHours(1);
    /** Whoever wrote it would be surprised if it arrived later than that. */
    private static final Duration STALE = Duration.ofHours(6);

    private final TextRows texts;
    private final SendingRows attempts;
    private final Acceptances acceptances;
    private final Unknowns unknowns;
    private final OptOuts optOuts;
    private final Conversations conversations;
    private final ApplicationEventPublisher events;

    Settlement(
            TextRows texts,
            SendingRows attempts,
            Acceptances acceptances,
            Unknowns unknowns,
            OptOuts optOuts,
            Conversations conversations,
            ApplicationEventPublisher events) {
        this.texts = texts;
        this.attempts = attempts;
        this.acceptances = acceptances;
        this.unknowns = unknowns;
        this.optOuts = optOuts;
        this.conversations = conversations;
        this.events = events;
    }

    /** @return what the job is to do next */
    @Transactional
    public Outcome settle(Claimed claimed, Handed result, int attempt) {
        return switch (result) {
            case Handed.Accepted(CarrierText taken) -> accepted(claimed, taken);
            case Handed.TooLate tooLate -> notSent(claimed, "It was not sent in time.", Duration.ZERO);
            case Handed.Failed(CarrierFailure failure) -> failed(claimed, failure, attempt);
        };
    }

    private Outcome accepted(Claimed claimed, CarrierText taken) {
        acceptances.proven(claimed.token(), taken.id());
        if (taken.status() != null) {
            acceptances.said(taken.id(), taken.status(), taken.errorCode());
        }
        return new Outcome.Done();
    }

    private Outcome failed(Claimed claimed, CarrierFailure failure, int attempt) {
        return switch (failure.kind()) {
            case REFUSED, GONE ->
                FullQueue.isWhy(failure.code()) ? waitsForRoom(claimed, failure) : rejected(claimed, failure);
            case NOT_NOW ->
                notSent(
                        claimed,
                        String.valueOf(failure.getMessage()),
                        failure.code() == DAY_IS_USED_UP
                                ? NEXT_LOOK
                                : BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()));
            case UNKNOWN_OUTCOME -> unknown(claimed, String.valueOf(failure.getMessage()));
        };
    }

    private Outcome waitsForRoom(Claimed claimed, CarrierFailure failure) {
        Instant now = conversations.now();
        Text text = claimed.text();
        List<Attempt> before = attempts.of(text.id()).stream()
                .filter(each -> !each.token().equals(claimed.token()))
                .takeWhile(each -> each.state() == SendingRows.State.NOT_SENT && FullQueue.isWhy(each.errorCode()))
                .toList();
        Instant since = before.isEmpty() ? now : before.getLast().startedAt();
        Optional<Duration> pause = FullQueue.pause(before.size() + 1, Duration.between(since, now));
        if (pause.isEmpty()) {
            return rejected(claimed, failure);
        }
        attempts.settled(
                claimed.token(),
                new End(SendingRows.State.NOT_SENT, null, failure.code(), String.valueOf(failure.getMessage())),
                now);
        Why why = Why.plain(
                Why.QUEUE_FULL,
                CarrierErrors.sentence(failure.code()) + " It is tried again until there is room.",
                String.valueOf(failure.code()));
        texts.moved(text.id(), State.SCHEDULED, why, now.plus(pause.get()), now);
        events.publishEvent(new TextChanged(text.id()));
        return new Outcome.Again(pause.get());
    }

    private Outcome rejected(Claimed claimed, CarrierFailure failure) {
        Instant now = conversations.now();
        Text text = claimed.text();
        attempts.settled(
                claimed.token(),
                new End(SendingRows.State.REJECTED, null, failure.code(), String.valueOf(failure.getMessage())),
                now);
        Why why = Why.plain("carrier_refused", CarrierErrors.sentence(failure.code()), String.valueOf(failure.code()));
        texts.rejected(text.id(), failure.code(), why, now);
        if (failure.code() == OPTED_OUT) {
            PhoneNumber.reported(text.theirs())
                    .ifPresent(number -> optOuts.optOut(
                            number, new Evidence(Source.CARRIER, "", text.id().toString(), null)));
        }
        events.publishEvent(new TextChanged(text.id()));
        return new Outcome.Done();
    }

    /** It certainly is not at the carrier, so it may be tried again; drafts go stale and are judged again by the gate. */
    private Outcome notSent(Claimed claimed, String detail, Duration pause) {
        Instant now = conversations.now();
        Text text = claimed.text();
        attempts.settled(claimed.token(), End.of(SendingRows.State.NOT_SENT, detail), now);
        if (text.createdAt().plus(STALE).isBefore(now) && text.sendAt() == null) {
            texts.rejected(
                    text.id(), 0, Why.plain("carrier_unreachable", "The carrier could not be reached.", "R21"), now);
            events.publishEvent(new TextChanged(text.id()));
            return new Outcome.Done();
        }
        texts.ready(text.id(), now);
        events.publishEvent(new TextChanged(text.id()));
        return new Outcome.Again(pause);
    }

    private Outcome unknown(Claimed claimed, String detail) {
        texts.lock(claimed.text().id())
                .filter(text -> text.state() == State.SENDING)
                .ifPresent(text -> unknowns.lookFor(text, detail));
        return new Outcome.Done();
    }
}
