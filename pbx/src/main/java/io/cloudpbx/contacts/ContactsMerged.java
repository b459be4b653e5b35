package io.cloudpbx.contacts;

import java.util.UUID;

/** Two contacts are one from now on; published in the transaction, while the row of the one that goes is still there. */
public record ContactsMerged(UUID keptId, UUID goneId) {}
