package io.cloudpbx.sandbox.state;

import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pool of numbers that send as one ({@code twilio.md} section 12, Messaging Services).
 *
 * @param inbound asked for each text to a number of the pool; without a URL such a text is dropped unheard, unless
 *     {@link Options#useInboundWebhookOnNumber()}
 * @param validityPeriod how long a text may wait before it fails with 30036, 1 s to 36,000 s
 */
public record MessagingService(
        String sid,
        String accountSid,
        String friendlyName,
        Hook inbound,
        @Nullable String statusCallback,
        Duration validityPeriod,
        Options options,
        String usecase,
        Instant dateCreated,
        Instant dateUpdated) {

    /** Twilio's limit, and what a service has that was told nothing else. */
    public static final Duration LONGEST_VALIDITY = Duration.ofHours(10);

    /**
     * The switches of a service, with Twilio's names.
     *
     * @param stickySender one recipient always gets texts from the same number of the pool
     * @param areaCodeGeomatch prefers a number with the recipient's area code
     * @param useInboundWebhookOnNumber inbound texts go to the number's own URL
     */
    public record Options(
            boolean stickySender,
            boolean smartEncoding,
            boolean areaCodeGeomatch,
            boolean mmsConverter,
            boolean fallbackToLongCode,
            boolean synchronousValidation,
            boolean useInboundWebhookOnNumber) {
        /** What Twilio gives a service that names none. */
        public static final Options DEFAULT = new Options(true, true, true, true, true, false, false);
    }
}
