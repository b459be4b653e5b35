package io.cloudpbx.campaigns;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one recipient.
 *
 * @param fields by which the message is made theirs
 * @param lease goes up with each claim
 * @param code why it is as it is: the gate's or the carrier's; empty where nothing is to be said
 */
public record Delivery(
        long id,
        UUID campaignId,
        PhoneNumber to,
        Map<String, String> fields,
        State state,
        int lease,
        int attempts,
        @Nullable PhoneNumber sender,
        @Nullable String carrierStatus,
        String code,
        String sentence,
        @Nullable Instant sentAt,
        Instant changedAt) {
    /** How a delivery stands. */
    public enum State {
        WAITING,
        CLAIMED,
        SENDING,
        /** Nobody knows yet whether the carrier has it. */
        CHECKING,
        SENT,
        DELIVERED,
        FAILED,
        /** The gate said no. */
        SKIPPED,
        NOT_CONFIRMED,
        CANCELED
    }

    public Delivery {
        fields = Map.copyOf(fields);
    }

    /** Under which conversations know it. */
    public String reference() {
        return campaignId + "/" + id;
    }
}
