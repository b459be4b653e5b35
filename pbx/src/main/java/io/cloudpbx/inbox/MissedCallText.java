package io.cloudpbx.inbox;

import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.messaging.AfterMissedCall;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Texts somebody whose call reached nobody, when the company wants that. */
@Component
class MissedCallText implements Job {
    static final String KIND = "inbox.missed-call-text";

    private final CallViews calls;
    private final AfterMissedCall texts;

    MissedCallText(CallViews calls, AfterMissedCall texts) {
        this.calls = calls;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        calls.find(UUID.fromString(key)).ifPresent(this::text);
        return new Outcome.Done();
    }

    /** A message that arrived meanwhile means that the call was not missed after all. */
    private void text(CallView call) {
        var from = number(call.from());
        var to = number(call.to());
        if (!call.outcome().equals("voicemail") && from.isPresent() && to.isPresent()) {
            texts.text(call.id(), from.get(), to.get());
        }
    }

    private static Optional<PhoneNumber> number(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text).flatMap(PhoneNumber::reported);
    }
}
