package io.cloudpbx.contacts;

import java.util.UUID;

/** Added, edited, merged or deleted; published in the transaction of the change. */
public record ContactChanged(UUID contactId) {}
