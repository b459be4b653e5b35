package io.cloudpbx.access.web;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a page of another site asks for (S2), beside the CSRF token. Browsers say where a request comes
 * from in {@code Sec-Fetch-Site}, older ones in {@code Origin}; a program says neither.
 */
class SameSiteFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final ProblemWriter problems;

    SameSiteFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || BearerFilter.isBearer(request) || isOurs(request)) {
            chain.doFilter(request, response);
            return;
        }
        problems.write(Problem.forbidden("foreign_site", "This was asked for by a page of another site."), response);
    }

    private static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || hostOf(origin).equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    }

    private static String hostOf(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
