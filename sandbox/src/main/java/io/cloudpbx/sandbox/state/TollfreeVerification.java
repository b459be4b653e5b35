package io.cloudpbx.sandbox.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to let a toll-free number text Americans ({@code twilio.md} section 12).
 *
 * @param texts what the customer said about the business, by Twilio's parameter names
 * @param lists the same for parameters that may be given several times
 * @param rejectionReason why it was rejected; null unless it is
 */
public record TollfreeVerification(
        String sid,
        String accountSid,
        String numberSid,
        String phoneNumber,
        Status status,
        Map<String, String> texts,
        Map<String, List<String>> lists,
        @Nullable String rejectionReason,
        Instant dateCreated,
        Instant dateUpdated) {

    /** With Twilio's names. */
    public enum Status {
        PENDING_REVIEW,
        IN_REVIEW,
        TWILIO_APPROVED,
        TWILIO_REJECTED;

        SenderRegistration.Status sender() {
            return switch (this) {
                case PENDING_REVIEW, IN_REVIEW -> SenderRegistration.Status.IN_REVIEW;
                case TWILIO_APPROVED -> SenderRegistration.Status.REGISTERED;
                case TWILIO_REJECTED -> SenderRegistration.Status.REFUSED;
            };
        }
    }

    /** The same after the reviewers have done something. */
    public TollfreeVerification reviewed(Status now, @Nullable String reason, Instant at) {
        return new TollfreeVerification(
                sid, accountSid, numberSid, phoneNumber, now, texts, lists, reason, dateCreated, at);
    }
}
