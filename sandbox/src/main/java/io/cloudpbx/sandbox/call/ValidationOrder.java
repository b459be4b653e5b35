package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.CallOrder.StatusCallback;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST OutgoingCallerIds} asks for, already validated.
 *
 * @param code the six digits that whoever answers has to press
 * @param delay how long the call waits before it begins
 * @param extension keys that are pressed once somebody has answered; empty for none
 */
public record ValidationOrder(
        String phoneNumber,
        String friendlyName,
        String code,
        Duration delay,
        String extension,
        @Nullable StatusCallback statusCallback) {}
