package io.cloudpbx.calls.flow;

import io.cloudpbx.calls.flow.CallEvent.InHands;
import io.cloudpbx.calls.flow.CallEvent.InHands.Moment;
import io.cloudpbx.calls.flow.CallEvent.RingingEnded;
import io.cloudpbx.calls.flow.CallEvent.TransferEnded;
import io.cloudpbx.calls.flow.CallEvent.Transferred;
import io.cloudpbx.calls.flow.CallEvent.Transferred.Because;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Hold;
import io.cloudpbx.calls.flow.CallStep.LeadOn;
import io.cloudpbx.calls.flow.CallStep.Park;
import io.cloudpbx.calls.flow.CallStep.Rejoin;
import io.cloudpbx.calls.flow.Handling.Parked;
import io.cloudpbx.calls.flow.Handling.Stage;
import io.cloudpbx.telephony.DialOutcome;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a caller goes with whom one of us does something. The carrier brings the caller here when the two are parted, so that what ends a
 * conversation otherwise does not end it then.
 */
public final class Hands {
    /** Whoever waits longer was forgotten. */
    static final Duration LONGEST_HOLD = Duration.ofMinutes(20);

    /** Whom the carrier was to part and has not by then it does not part any more. */
    static final Duration LONGEST_PARTING = Duration.ofSeconds(30);

    private Hands() {}

    /** @return empty where the call goes on as if nobody did anything */
    public static Optional<NextStep> next(CallSituation situation, Handling handling, CallEvent event) {
        if (!(event instanceof InHands) && neverParted(handling)) {
            return Optional.empty();
        }
        return moment(event).map(moment -> switch (handling.stage()) {
            case HELD, ASIDE -> held(situation, handling, moment);
            case PARKED -> parked(situation, handling, moment);
            case TOGETHER, ALL -> together(situation, handling, moment);
        });
    }

    /** The carrier did not say whether it parts them, and the two have talked on. */
    private static boolean neverParted(Handling handling) {
        return !handling.apart()
                && handling.colleague().isEmpty()
                && handling.lasted().compareTo(LONGEST_PARTING) > 0;
    }

    private static Optional<Moment> moment(CallEvent event) {
        return switch (event) {
            case InHands(var moment) -> Optional.of(moment);
            case RingingEnded ringing when ringing.outcome() == DialOutcome.BRIDGED -> Optional.of(Moment.ENTERED);
            case TransferEnded ended when ended.outcome() == DialOutcome.BRIDGED -> Optional.of(Moment.ENTERED);
            default -> Optional.empty();
        };
    }

    private static NextStep held(CallSituation situation, Handling handling, Moment moment) {
        if (handling.alone()) {
            return back(handling, Because.LEFT_ON_HOLD);
        }
        if (handling.lasted().compareTo(LONGEST_HOLD) >= 0) {
            return back(handling, Because.FORGOTTEN);
        }
        return moment == Moment.WAITED
                ? new NextStep(new Hold(true, situation.silence()), "Nobody came back yet")
                : new NextStep(new Hold(false, situation.silence()), parted(handling));
    }

    private static NextStep parked(CallSituation situation, Handling handling, Moment moment) {
        Parked parked = Objects.requireNonNull(handling.parked());
        Duration rest = parked.longest().minus(handling.lasted());
        if (moment == Moment.UNCLAIMED || rest.toSeconds() < 1) {
            return back(handling, Because.NOT_PICKED_UP);
        }
        return new NextStep(
                new Park(parked.slot(), rest, situation.silence()),
                handling.holder().name() + " parked the caller");
    }

    private static String parted(Handling handling) {
        String name = handling.holder().name();
        return handling.stage() == Stage.ASIDE
                ? name + " asks " + handling.colleague()
                : name + " put the caller on hold";
    }

    private static NextStep together(CallSituation situation, Handling handling, Moment moment) {
        if (moment == Moment.LEFT) {
            return CallFlow.goodbye(Farewell.AFTER_TALKING, "The conversation ended", situation.silence());
        }
        return handling.alone()
                ? back(handling, Because.LEFT_ON_HOLD)
                : new NextStep(
                        new Rejoin(handling.holder().id(), talkers(handling), situation.silence()),
                        handling.holder().name() + " came to the caller");
    }

    private static String talkers(Handling handling) {
        String name = handling.holder().name();
        return handling.stage() == Stage.ALL ? name + " and " + handling.colleague() : name;
    }

    private static NextStep back(Handling handling, Because because) {
        return new NextStep(new LeadOn(Transferred.back(handling.holder().ext(), because)), "The wait is over");
    }
}
