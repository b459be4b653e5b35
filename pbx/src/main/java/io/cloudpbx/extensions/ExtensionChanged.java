package io.cloudpbx.extensions;

import java.util.UUID;

/** Added, edited, deactivated, or its number moved on; published in the transaction of the change. */
public record ExtensionChanged(UUID extensionId) {}
