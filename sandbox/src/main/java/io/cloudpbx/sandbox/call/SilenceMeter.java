package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.state.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notes each whole second in which a caller heard nothing, also while he spoke himself. */
final class SilenceMeter implements Tap {
    private final Leg leg;
    private final Consumer<Fact> ledger;
    private @Nullable Utterance last;

    private SilenceMeter(Leg leg, Consumer<Fact> ledger) {
        this.leg = leg;
        this.ledger = ledger;
    }

    static void follow(Leg leg, Consumer<Fact> ledger) {
        SilenceMeter meter = new SilenceMeter(leg, ledger);
        leg.taps().add(meter);
        leg.whenOver(() -> meter.measure(leg.now()));
    }

    @Override
    public void inbound(Utterance utterance) {
        // The caller hears himself, but not from us.
    }

    @Override
    public void outbound(Utterance utterance) {
        if (utterance.clip().isSilent()) {
            return;
        }
        measure(utterance.clip().start());
        Utterance before = last;
        boolean longer = before == null
                || utterance.clip().audibleEnd().isAfter(before.clip().audibleEnd());
        last = longer ? utterance : before;
    }

    private void measure(Instant until) {
        Call call = leg.call();
        Instant answered = call.startTime();
        if (!leg.isAnswered() || answered == null) {
            return;
        }
        Utterance before = last;
        Instant heard = before == null ? answered : before.clip().audibleEnd();
        Instant from = heard.isBefore(answered) ? answered : heard;
        long seconds = Duration.between(from, until).toSeconds();
        if (seconds > 0) {
            int second = (int) Duration.between(answered, from).toSeconds();
            ledger.accept(new Fact.CallSilence(call.sid(), second, (int) seconds));
        }
    }
}
