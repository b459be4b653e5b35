package io.cloudpbx.sandbox.state;

import java.time.Instant;

/** A number's place in the pool of a {@link MessagingService}. A number is in one pool at most. */
public record PoolMember(String numberSid, String serviceSid, Instant dateCreated) {}
