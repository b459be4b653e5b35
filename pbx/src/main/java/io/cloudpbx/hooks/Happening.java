package io.cloudpbx.hooks;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, for whoever wants to hear of it.
 *
 * @param subject with the type its natural key: told again it is the same
 * @param person whom it is about, who may want to be forgotten; null when it is about nobody, or nobody knows
 * @param data as the API shows it
 */
record Happening(
        EventType type,
        String subject,
        Instant at,
        @Nullable PhoneNumber person,
        Object data) {}
