package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;

/** One of many texts that say much the same. */
public record BulkText(PhoneNumber from, PhoneNumber to, String body, TextKind kind) {}
