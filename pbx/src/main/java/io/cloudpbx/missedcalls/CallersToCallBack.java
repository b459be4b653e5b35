package io.cloudpbx.missedcalls;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.TakenOverViews;
import io.cloudpbx.dialing.DialedCallChanged;
import io.cloudpbx.messaging.MessageView;
import io.cloudpbx.messaging.MessageViews;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.missedcalls.MissedCall.How;
import io.cloudpbx.missedcalls.flow.CallNews;
import io.cloudpbx.missedcalls.flow.DialNews;
import io.cloudpbx.missedcalls.flow.TextNews;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notices in the transaction in which it happens what makes a call missed, and what settles it. */
@Component
class CallersToCallBack {
    private final MissedCalls missed;
    private final TextingBack textingBack;
    private final CallViews calls;
    private final TakenOverViews handedOver;
    private final MessageViews texts;

    CallersToCallBack(
            MissedCalls missed,
            TextingBack textingBack,
            CallViews calls,
            TakenOverViews handedOver,
            MessageViews texts) {
        this.missed = missed;
        this.textingBack = textingBack;
        this.calls = calls;
        this.handedOver = handedOver;
        this.texts = texts;
    }

    @EventListener
    void on(CallChanged change) {
        if (!change.led()) {
            calls.find(change.callId())
                    .map(Led::of)
                    .or(() -> handedOver.find(change.callId()).map(Led::of))
                    .ifPresent(this::notice);
        }
    }

    /**
     * A call of somebody who came in or, since we called them and handed them on, is led like those.
     *
     * @param by whoever waits for us, if that is known
     */
    private record Led(UUID id, boolean cameIn, Optional<PhoneNumber> by, Instant at, CallNews news) {
        static Led of(CallView call) {
            var outcome = Outcome.valueOf(call.outcome().toUpperCase(Locale.ROOT));
            var news = CallNews.of(outcome, call.live(), call.answeredAt() != null);
            return new Led(call.id(), true, number(call.from()), call.startedAt(), news);
        }

        static Led of(Call call) {
            var news = CallNews.of(call.outcome(), call.isLive(), call.answeredAt() != null);
            return new Led(call.id(), false, Optional.ofNullable(call.from()), call.startedAt(), news);
        }
    }

    private void notice(Led call) {
        switch (call.news()) {
            case MISSED -> missed(call);
            case REACHED -> call.by().ifPresent(who -> missed.settled(who, call.at(), How.REACHED));
            case MESSAGE_LEFT -> {
                missed.notMissed(call.id());
                call.by().ifPresent(who -> missed.settled(who, call.at(), How.MESSAGE_LEFT));
            }
            case NOTHING -> {}
        }
    }

    /** Whom we have called ourselves has talked with us: what a number texts by itself is not meant for them. */
    private void missed(Led call) {
        boolean counted = missed.missed(call.id(), call.by().orElse(null), call.at(), calls.wantsCallBack(call.id()));
        if (counted && call.cameIn()) {
            textingBack.consider(call.id());
        }
        // Its end may be told late, when the caller has called again and talked to somebody.
        call.by()
                .ifPresent(who ->
                        calls.reachedSince(who, call.at()).ifPresent(since -> missed.settled(who, since, How.REACHED)));
    }

    @EventListener
    void on(TextChanged change) {
        texts.find(change.textId()).ifPresent(this::notice);
    }

    @EventListener
    void on(DialedCallChanged change) {
        PhoneNumber called = change.to();
        if (called == null) {
            return;
        }
        switch (DialNews.of(change.talked())) {
            case CALLED_BACK -> missed.settled(called, change.since(), How.CALLED);
            case NOTHING -> {}
        }
    }

    private void notice(MessageView text) {
        boolean outbound = text.direction().equals("outbound");
        boolean byPerson = text.author().kind().equals("person");
        switch (TextNews.of(outbound, byPerson, text.status())) {
            case WRITTEN_BACK ->
                number(text.to()).ifPresent(who -> missed.textedBack(who, text.id(), text.createdAt()));
            case NOT_DELIVERED -> missed.textLost(text.id());
            case NOTHING -> {}
        }
    }

    private static Optional<PhoneNumber> number(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(PhoneNumber::reported);
    }
}
