package io.cloudpbx.access.web;

import io.cloudpbx.access.RecentProof;
import io.cloudpbx.access.flow.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The request is the one of this thread. */
@Component
record ProofOfRequest(Freshness freshness, HttpServletRequest request) implements RecentProof {
    @Override
    public void require() {
        if (StepUpFilter.judged(freshness, request) instanceof StepUp.Verdict.Stale(var by)) {
            throw StepUpFilter.required(by);
        }
    }
}
