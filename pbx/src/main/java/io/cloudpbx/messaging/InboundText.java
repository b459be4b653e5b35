package io.cloudpbx.messaging;

import io.cloudpbx.telephony.CarrierId;

/** A text that somebody sent us, its body as it came. */
public record InboundText(CarrierId id, String from, String to, String body, int mediaCount) {}
