package io.cloudpbx.calls;

import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls that another capability keeps and the log shows among its own. */
public interface CallsElsewhere {
    /** A look into them. */
    Stretch<CallView> newest(CallFilter filter, @Nullable Cursor after, int limit);

    /** Those on the line, longest first. */
    List<CallView> live();

    int liveCount();

    Optional<CallView> findWithSteps(UUID id);
}
