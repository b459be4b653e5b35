package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.time.Instant;

/** A finished recording as the carrier lists it. */
public record CarrierRecording(CarrierId id, CarrierId call, Instant startedAt, Duration length) {}
