package io.cloudpbx.sandbox.billing;

import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.TollFree;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * The price list, in US dollars; near to what Twilio asks in the United States, never changing, billed to nobody. Minutes
 * count as soon as they have begun ({@code twilio.md} section 2.3, {@code Duration}).
 */
public final class Prices {
    /** What an account has before its first call. */
    public static final BigDecimal CREDIT = new BigDecimal("100.00000");

    private static final BigDecimal CALL_IN = new BigDecimal("0.00850");
    private static final BigDecimal CALL_IN_TOLL_FREE = new BigDecimal("0.02200");
    private static final BigDecimal CALL_OUT = new BigDecimal("0.01400");
    private static final BigDecimal SMS_SEGMENT = new BigDecimal("0.00830");
    private static final BigDecimal MMS_IN = new BigDecimal("0.01650");
    private static final BigDecimal MMS_OUT = new BigDecimal("0.02200");
    private static final BigDecimal LOCAL_MONTH = new BigDecimal("1.15000");
    private static final BigDecimal TOLL_FREE_MONTH = new BigDecimal("2.15000");
    static final BigDecimal CALLER_NAME = new BigDecimal("0.01000");
    private static final BigDecimal RECORDING = new BigDecimal("0.00250");
    private static final BigDecimal TRANSCRIPTION = new BigDecimal("0.05000");

    private Prices() {}

    /** What a leg has cost; nothing until it is over, and nothing when nobody answered. */
    public static Optional<BigDecimal> of(Call call) {
        return minutes(call).map(minutes -> perMinute(call).multiply(BigDecimal.valueOf(minutes)));
    }

    /** The begun minutes of a leg that was answered and is over. */
    static Optional<Long> minutes(Call call) {
        return call.status() == Call.Status.COMPLETED && call.startTime() != null && call.endTime() != null
                ? Optional.of(minutes(Duration.between(call.startTime(), call.endTime())))
                : Optional.empty();
    }

    /** Begun minutes; something that took no time costs one. */
    static long minutes(Duration duration) {
        return Math.max(
                1,
                BigDecimal.valueOf(duration.toMillis())
                        .divide(BigDecimal.valueOf(60_000), RoundingMode.CEILING)
                        .longValueExact());
    }

    private static BigDecimal perMinute(Call call) {
        return switch (call.direction()) {
            case INBOUND -> TollFree.is(call.to()) ? CALL_IN_TOLL_FREE : CALL_IN;
            case OUTBOUND_API, OUTBOUND_DIAL -> CALL_OUT;
        };
    }

    /** What a text costs, by its segments, or with media as one. */
    public static BigDecimal ofText(boolean inbound, int segments, boolean withMedia) {
        if (withMedia) {
            return inbound ? MMS_IN : MMS_OUT;
        }
        return SMS_SEGMENT.multiply(BigDecimal.valueOf(segments));
    }

    /** A month of a number. */
    public static BigDecimal month(IncomingNumber number) {
        return TollFree.is(number.phoneNumber()) ? TOLL_FREE_MONTH : LOCAL_MONTH;
    }

    public static BigDecimal ofRecording(Duration duration) {
        return RECORDING.multiply(BigDecimal.valueOf(minutes(duration)));
    }

    public static BigDecimal ofTranscription(Duration duration) {
        return TRANSCRIPTION.multiply(BigDecimal.valueOf(minutes(duration)));
    }
}
