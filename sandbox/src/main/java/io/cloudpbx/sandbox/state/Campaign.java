package io.cloudpbx.sandbox.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a messaging service's long codes are registered to send ({@code twilio.md} section 12, Usa2p). A service has one
 * at most.
 *
 * @param texts what the customer said, by Twilio's parameter names
 * @param lists the same for parameters that may be given several times
 */
public record Campaign(
        String sid,
        String accountSid,
        String serviceSid,
        String brandSid,
        boolean mock,
        Status status,
        Map<String, String> texts,
        Map<String, List<String>> lists,
        Instant dateCreated,
        Instant dateUpdated) {

    /** With Twilio's names. */
    public enum Status {
        PENDING,
        IN_PROGRESS,
        VERIFIED,
        FAILED,
        SUSPENDED;

        SenderRegistration.Status sender() {
            return switch (this) {
                case PENDING, IN_PROGRESS -> SenderRegistration.Status.IN_REVIEW;
                case VERIFIED -> SenderRegistration.Status.REGISTERED;
                case FAILED -> SenderRegistration.Status.UNREGISTERED;
                case SUSPENDED -> SenderRegistration.Status.REFUSED;
            };
        }
    }

    /** The same after the registry has done something. */
    public Campaign decided(Status now, Instant at) {
        return new Campaign(sid, accountSid, serviceSid, brandSid, mock, now, texts, lists, dateCreated, at);
    }
}
