package io.cloudpbx.messaging;

import io.cloudpbx.telephony.CarrierId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture or the like, attached to a text or about to be.
 *
 * @param textId null while it waits to be sent
 * @param carrierId of what came in
 * @param claimedType what the sender says it is
 * @param content what is known once it is stored
 * @param reason why it is not here, as a sentence
 */
public record Media(
        UUID id,
        @Nullable UUID textId,
        int position,
        @Nullable CarrierId carrierId,
        String claimedType,
        @Nullable Content content,
        String blobKey,
        State state,
        @Nullable String reason,
        @Nullable String publicKey) {

    /** {@code FETCHING} ends in one of the others. */
    public enum State {
        FETCHING,
        STORED,
        /** It is not what it says it is, or too large. */
        REFUSED,
        /** The carrier did not hand it over within two days. */
        LOST
    }

    /** What is stored, and of which type its bytes really are. */
    public record Content(String type, long size, String sha256) {}
}
