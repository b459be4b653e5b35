package io.cloudpbx.sandbox.message;

import java.time.Instant;
import java.util.List;

/**
 * A text on a handset's screen. It stays there whatever the customer does with the message that it came from.
 *
 * @param number whose handset it is
 * @param sid of the message at the sender; automatic replies of the carrier have one that no account can fetch
 */
public record HandsetText(
        String sid,
        String number,
        Instant at,
        boolean incoming,
        String from,
        String to,
        String body,
        List<Text.Attachment> attachments,
        int segments,
        Origin origin) {

    /** Who wrote it. */
    public enum Origin {
        /** A customer of the carrier. */
        CUSTOMER,
        /** The carrier itself: an automatic reply to STOP and the like. */
        CARRIER,
        /** A person at a handset. */
        HANDSET
    }
}
