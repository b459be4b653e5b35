package io.cloudpbx.access.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.Proofs;
import io.cloudpbx.access.flow.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whether the person of a session proved lately enough who they are (S6). */
@Component
record Freshness(Proofs proofs, Clock clock) {
    StepUp.Verdict judge(SignedIn who, HttpServletRequest request) {
        return new StepUp(Sessions.provedAt(request), Sessions.isByPasskey(request), proofs.meansOf(who))
                .judge(clock.instant());
    }
}
