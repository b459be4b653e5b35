package io.cloudpbx.extensions;

import java.util.Map;
import java.util.UUID;

/**
 * A count that other capabilities keep about extensions, shown beside them, such as messages not heard. They know extensions; we
 * need not know them.
 */
public interface ExtensionBadge {
    /** Its name in the API. */
    String name();

    /** Counts by extension; those without one may be left out. */
    Map<UUID, Integer> counts();
}
