package io.cloudpbx.sandbox.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A business as American networks know it for 10DLC ({@code twilio.md} section 12, BrandRegistrations).
 *
 * @param mock made for tests; approved at once and never billed
 * @param failureReason why it was refused; null unless it is
 */
public record Brand(
        String sid,
        String accountSid,
        String customerProfileSid,
        String a2pProfileSid,
        String type,
        boolean mock,
        boolean skipAutomaticSecVet,
        Status status,
        @Nullable String failureReason,
        Instant dateCreated,
        Instant dateUpdated) {

    /** With Twilio's names. */
    public enum Status {
        PENDING,
        IN_REVIEW,
        APPROVED,
        FAILED,
        SUSPENDED
    }

    /** The same after the registry has done something. */
    public Brand decided(Status now, @Nullable String reason, Instant at) {
        return new Brand(
                sid,
                accountSid,
                customerProfileSid,
                a2pProfileSid,
                type,
                mock,
                skipAutomaticSecVet,
                now,
                reason,
                dateCreated,
                at);
    }
}
