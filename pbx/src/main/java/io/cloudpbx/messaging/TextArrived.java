package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.Meaning;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody wrote to us; told once per text, in the transaction that keeps it. */
public record TextArrived(UUID conversationId, UUID textId, Meaning meaning, Between between) {
    /** @param theirs null when they have no number */
    public record Between(PhoneNumber ours, @Nullable PhoneNumber theirs) {}
}
