package io.cloudpbx.calls;

import io.cloudpbx.listing.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls that another capability keeps and the log shows among its own. */
public interface CallsElsewhere {
    /** Part of them, newest first. */
    List<CallView> newest(@Nullable String ext, @Nullable String outcome, @Nullable Cursor after, int limit);

    /** Those on the line, longest first. */
    List<CallView> live();

    Optional<CallView> findWithSteps(UUID id);
}
