package io.cloudpbx.access.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What somebody is answered who is not signed in, or may not do this. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;
    private final Audit audit;

    Refusals(ProblemWriter problems, Audit audit) {
        this.problems = problems;
        this.audit = audit;
    }

    /** Signed out: a page is answered with the way to the sign-in page, a program with a problem. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (wantsPage(request)) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(HttpHeaders.LOCATION, "/sign-in");
            return;
        }
        askToSignIn(response);
    }

    private void askToSignIn(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(Problem.of(401, "sign_in_required", "Sign in, or send a valid API token."), response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (failure instanceof CsrfException
                && !mayBeUnknown(request)
                && signedIn().isEmpty()) {
            askToSignIn(response);
        } else if (failure instanceof CsrfException) {
            problems.write(
                    Problem.forbidden("csrf_token_missing", "Send the cookie XSRF-TOKEN's value as X-XSRF-TOKEN."),
                    response);
        } else {
            denied(request, response);
        }
    }

    private void denied(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = because(request);
        // Pages ask for much at once; that somebody was led to their second factor is no attempt at anything.
        signedIn()
                .filter(user -> !problem.code().equals("second_factor_required"))
                .ifPresent(user -> audit.record(Audit.Entry.of(user.userId(), request.getRemoteAddr(), "denied")
                        .on(request.getMethod() + " " + request.getRequestURI())));
        problems.write(problem, response);
    }

    private static Problem because(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (request.getRequestURI().startsWith("/api/account")) {
            return Problem.forbidden("session_needed", "Only a person who signed in may do this, not an API token.");
        }
        if (authentication != null && authentication.getAuthorities().equals(Authorities.ofSomebodyIncomplete())) {
            return Problem.forbidden("second_factor_required", "Add a second factor first; an owner requires it.");
        }
        return Problem.forbidden("not_allowed", "Your role does not allow this.");
    }

    /** Where people go who are not signed in yet: they are told what really was missing. */
    private static boolean mayBeUnknown(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/session")
                || path.startsWith("/api/setup/")
                || path.startsWith("/api/join/")
                || path.startsWith("/api/new-password/");
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return request.getMethod().equals("GET")
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && (!request.getRequestURI().startsWith("/api/")
                        || request.getRequestURI().equals("/api/docs"));
    }

    private static Optional<SignedIn> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }
}
