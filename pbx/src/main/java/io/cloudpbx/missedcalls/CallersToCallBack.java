package io.cloudpbx.missedcalls;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.Calls;
import io.cloudpbx.dialing.DialedCallChanged;
import io.cloudpbx.messaging.MessageView;
import io.cloudpbx.messaging.MessageViews;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.missedcalls.MissedCall.How;
import io.cloudpbx.missedcalls.flow.CallNews;
import io.cloudpbx.missedcalls.flow.DialNews;
import io.cloudpbx.missedcalls.flow.TextNews;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notices in the transaction in which it happens what makes a call missed, and what settles it. */
@Component
class CallersToCallBack {
    private final MissedCalls missed;
    private final TextingBack textingBack;
    private final Calls calls;
    private final CallViews views;
    private final MessageViews texts;

    CallersToCallBack(MissedCalls missed, TextingBack textingBack, Calls calls, CallViews views, MessageViews texts) {
        this.missed = missed;
        this.textingBack = textingBack;
        this.calls = calls;
        this.views = views;
        this.texts = texts;
    }

    @EventListener
    void on(CallChanged change) {
        if (!change.led()) {
            calls.find(change.callId()).ifPresent(this::notice);
        }
    }

    /** Of somebody who came in or, since we called them and handed them on, is led like those. */
    private void notice(Call call) {
        var caller = Optional.ofNullable(call.from());
        switch (CallNews.of(call.outcome(), call.isLive(), call.answeredAt() != null)) {
            case MISSED -> missed(call, caller);
            case REACHED -> caller.ifPresent(who -> missed.settled(who, call.startedAt(), How.REACHED));
            case MESSAGE_LEFT -> {
                missed.notMissed(call.id());
                caller.ifPresent(who -> missed.settled(who, call.startedAt(), How.MESSAGE_LEFT));
            }
            case NOTHING -> {}
        }
    }

    /** Whom we have called ourselves has talked with us: what a number texts by itself is not meant for them. */
    private void missed(Call call, Optional<PhoneNumber> caller) {
        boolean counted =
                missed.missed(call.id(), caller.orElse(null), call.startedAt(), views.wantsCallBack(call.id()));
        if (counted && call.cameIn()) {
            textingBack.consider(call);
        }
        // Its end may be told late, when the caller has called again and talked to somebody.
        caller.ifPresent(who ->
                views.reachedSince(who, call.startedAt()).ifPresent(since -> missed.settled(who, since, How.REACHED)));
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
