package io.cloudpbx.access.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.flow.StepUp;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What hands the keys over, takes everybody's data along, writes to many or says how much money may be spent asks a person for a proof of
 * the last minutes (S6). It stands behind the roles: whoever may not do it anyway is told that. API tokens are not asked: they have nobody to
 * answer, are shown once, expire, and making one asks. What takes a password or code of its own (a new password, turning the second factor off) does not ask twice.
 */
class StepUpFilter extends OncePerRequestFilter {
    private static final RequestMatcher ACTS = new OrRequestMatcher(
            act(HttpMethod.POST, "/api/account/second-factor"),
            act(HttpMethod.POST, "/api/account/passkeys"),
            act(HttpMethod.POST, "/api/account/passkeys/options"),
            act(HttpMethod.DELETE, "/api/account/passkeys/{id}"),
            act(HttpMethod.POST, "/api/tokens"),
            act(HttpMethod.POST, "/api/webhooks"),
            act(HttpMethod.PUT, "/api/webhooks/{id}"),
            act(HttpMethod.POST, "/api/webhooks/{id}/rotate-secret"),
            act(HttpMethod.PUT, "/api/people/policy"),
            act(HttpMethod.PUT, "/api/people/{id}/role"),
            act(HttpMethod.POST, "/api/people/{id}/deactivate"),
            act(HttpMethod.POST, "/api/people/{id}/reactivate"),
            act(HttpMethod.POST, "/api/people/{id}/reset-link"),
            act(HttpMethod.DELETE, "/api/people/{id}/passkeys"),
            act(HttpMethod.DELETE, "/api/people/{id}/second-factor"),
            act(HttpMethod.POST, "/api/people/invitations"),
            act(HttpMethod.DELETE, "/api/contacts/{id}"),
            act(HttpMethod.POST, "/api/opt-outs/{number}/undo"),
            act(HttpMethod.POST, "/api/campaigns/{id}/start"),
            act(HttpMethod.PUT, "/api/settings/calling"),
            act(HttpMethod.PUT, "/api/settings/claude"),
            act(HttpMethod.GET, "/api/audit/log.csv"),
            act(HttpMethod.GET, "/api/calls/log.csv"),
            act(HttpMethod.GET, "/api/contacts/export.csv"),
            act(HttpMethod.GET, "/api/opt-outs/export.csv"),
            act(HttpMethod.GET, "/api/campaigns/{id}/deliveries.csv"),
            act(HttpMethod.GET, "/api/campaigns/{id}/history.csv"),
            act(HttpMethod.GET, "/api/campaigns/{id}/launch.csv"),
            act(HttpMethod.GET, "/api/campaigns/{id}/left-out.csv"),
            act(HttpMethod.GET, "/api/receptionist/tests/export.jsonl"));

    private final Freshness freshness;
    private final ProblemWriter problems;

    StepUpFilter(Freshness freshness, ProblemWriter problems) {
        this.freshness = freshness;
        this.problems = problems;
    }

    private static RequestMatcher act(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (ACTS.matches(request) ? judged(freshness, request) : new StepUp.Verdict.Fresh()) {
            case StepUp.Verdict.Fresh() -> chain.doFilter(request, response);
            case StepUp.Verdict.Stale(var by) -> problems.write(required(by), response);
        }
    }

    static StepUp.Verdict judged(Freshness freshness, HttpServletRequest request) {
        return atABrowser().map(who -> freshness.judge(who, request)).orElseGet(StepUp.Verdict.Fresh::new);
    }

    static Problem required(Set<StepUp.Means> by) {
        return Problem.forbidden("step_up_required", "Confirm that it is you, then try again.")
                .with("by", ProofController.words(by));
    }

    private static Optional<SignedIn> atABrowser() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authorities::isBySession)
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }
}
