package io.cloudpbx.access.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.ApiTokens;
import io.cloudpbx.access.account.Demo;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows programs by their API token. A request that brings a token is judged by it alone, never by a cookie beside it. */
class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final Demo demo;

    BearerFilter(ApiTokens tokens, Demo demo) {
        this.tokens = tokens;
        this.demo = demo;
    }

    static boolean isBearer(HttpServletRequest request) {
        return tokenOf(request).isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        tokenOf(request)
                .flatMap(this::holder)
                .map(user -> Sessions.contextOf(user, Authorities.byToken(user.role())))
                .ifPresent(SecurityContextHolder::setContext);
        chain.doFilter(request, response);
    }

    /** Answers that are finished later are written by another thread, which must know the person as well. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private Optional<SignedIn> holder(String token) {
        return demo.byAdminToken(token).or(() -> tokens.holder(token));
    }

    private static Optional<String> tokenOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
