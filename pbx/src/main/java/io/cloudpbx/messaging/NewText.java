package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that is to be sent.
 *
 * @param to as the other side wrote from; what is no phone number is refused by the gate
 * @param answers the text of theirs that it answers; null unless the assistant or a fixed reply does
 * @param sendAt null for at once
 * @param media uploads, in their order
 */
public record NewText(
        UUID conversationId,
        PhoneNumber from,
        String to,
        String body,
        Author author,
        TextKind kind,
        @Nullable UUID answers,
        @Nullable Instant sendAt,
        List<UUID> media) {}
