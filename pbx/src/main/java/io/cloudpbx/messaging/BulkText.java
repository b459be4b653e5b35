package io.cloudpbx.messaging;

import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.util.List;
import java.util.UUID;

/**
 * One of many texts that say much the same.
 *
 * @param media what it carries besides its words, of {@link KeptMedia}
 */
public record BulkText(PhoneNumber from, PhoneNumber to, String body, TextKind kind, List<UUID> media) {
    public BulkText {
        media = List.copyOf(media);
    }

    /** Into how many segments its words are cut; 0 where it carries something, as it then leaves, and is paid for, as one. */
    public int segments() {
        return media.isEmpty() ? Segments.of(body).count() : 0;
    }

    /** What it is paid for as. */
    public Sent size() {
        return media.isEmpty() ? new Sent(segments(), 0) : new Sent(0, 1);
    }
}
