package io.cloudpbx.access;

import java.util.UUID;

/** Some or all of what lets this person in has ended; whatever is still open for them must ask again. */
public record AccessEnded(UUID userId) {}
