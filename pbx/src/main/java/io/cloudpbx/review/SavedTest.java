package io.cloudpbx.review;

import io.cloudpbx.calls.PastTurns.Said;
import io.cloudpbx.review.flow.Expectation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A turn that should end in a certain way from now on.
 *
 * @param callId and {@code turn}: where it comes from
 * @param caller whose words they are, in E.164; null when they withheld their number
 * @param expectedName as the target was called when it was chosen
 */
public record SavedTest(
        UUID id,
        UUID callId,
        int turn,
        @Nullable String caller,
        Said said,
        String language,
        Expectation expected,
        @Nullable String expectedName,
        Instant createdAt,
        String createdBy) {}
