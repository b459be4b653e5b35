package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.campaigns.flow.Signature;
import io.cloudpbx.messaging.flow.Grounds;
import io.cloudpbx.messaging.flow.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What texts leave by where nobody asks. */
final class SomeEvidence {
    static final Grounds GROUNDS = new Grounds(Instant.parse("2026-12-01T17:59:59Z"), null, null);
    static final Evidence KEPT = new Evidence(GROUNDS, List.of(), Signature.NONE);

    private SomeEvidence() {}

    static Verdict.Send send(@Nullable Instant until, int mostADay) {
        return new Verdict.Send(List.of(), until, mostADay, GROUNDS);
    }
}
