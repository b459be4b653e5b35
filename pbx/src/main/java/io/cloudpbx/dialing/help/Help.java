package io.cloudpbx.dialing.help;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.carrier.CallOrder;
import io.cloudpbx.carrier.CarrierDialing;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.dialing.Door;
import io.cloudpbx.dialing.HelpCalled;
import io.cloudpbx.dialing.flow.HelpLine;
import io.cloudpbx.dialing.flow.HelpNumber;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Calls for help. Whoever asks waits for the carrier's answer, as no queue may stand between, and neither limits nor countries nor a freeze
 * are asked about.
 */
@Service
public class Help {
    private static final Logger LOG = LoggerFactory.getLogger(Help.class);
    private static final Duration RING_FOR = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 2;
    private static final Duration LONGEST = Duration.ofHours(4);

    private final Door door;
    private final HelpLines lines;
    private final CarrierDialing carrier;
    private final HelpUrls urls;
    private final Alarm alarm;
    private final Clock clock;

    Help(Door door, HelpLines lines, CarrierDialing carrier, HelpUrls urls, Alarm alarm, Clock clock) {
        this.door = door;
        this.lines = lines;
        this.carrier = carrier;
        this.urls = urls;
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * Rings their phone, and connects it with help as soon as it is answered. Asked twice it rings twice: that is better than not at all.
     *
     * @param from the number of ours that they chose to show, which is shown if help learns where it is
     * @param ext whose phone rings; null for their own
     * @throws Problem {@code invalid_fields} when no phone of theirs or no number of ours is known; {@code emergency_call_failed}
     */
    public HelpCalled call(HelpNumber number, @Nullable String from, @Nullable String ext, SignedIn who) {
        HelpCalled wished = wish(number, from, door.extension(ext, who), who.name());
        if (IntStream.range(0, ATTEMPTS).anyMatch(attempt -> isPlaced(wished))) {
            alarm.raise(wished);
            return wished;
        }
        alarm.raise(wished.notPlaced());
        throw Problem.of(
                502,
                "emergency_call_failed",
                "The carrier did not take the call. Dial " + number.digits() + " from another phone now.");
    }

    private HelpCalled wish(HelpNumber number, @Nullable String from, Extension whose, String name) {
        String instead = ": dial " + number.digits() + " from any phone now";
        if (whose.forwardTo() == null) {
            throw Problem.invalid("ext", "no_phone", "has no phone that could ring" + instead);
        }
        HelpLine line = lines.of(whose, from)
                .orElseThrow(() ->
                        Problem.invalid("from", "no_number", "is missing, as the company has no number yet" + instead));
        return new HelpCalled(
                UUID.randomUUID(),
                clock.instant(),
                name,
                whose.ext(),
                whose.forwardTo(),
                line.number(),
                number,
                line.located(),
                true);
    }

    /** False also when nobody knows. */
    private boolean isPlaced(HelpCalled call) {
        try {
            carrier.place(new CallOrder(
                    call.from(), call.phone(), urls.answered(call), urls.status(call), RING_FOR, LONGEST));
            return true;
        } catch (CarrierFailure failure) {
            LOG.error(
                    "The carrier did not say that it places a call to {}",
                    call.number().digits(),
                    failure);
            return false;
        }
    }
}
