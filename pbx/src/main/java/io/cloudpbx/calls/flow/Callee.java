package io.cloudpbx.calls.flow;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody inside who can be rung, and where: without a number to forward to, only the mailbox is left.
 *
 * @param department empty when they belong to none
 */
public record Callee(
        UUID id,
        String ext,
        String name,
        String department,
        @Nullable PhoneNumber ringsAt) {}
