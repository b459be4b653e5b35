package io.cloudpbx.problems.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** Refuses query parameters with the one character that PostgreSQL cannot compare with anything. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class StorableQuery extends OncePerRequestFilter {
    private static final String NUL = "%00";

    private final ProblemWriter problems;

    StorableQuery(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query != null && query.contains(NUL)) {
            problems.write(UnreadableJson.unstorable(field(query)), response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static String field(String query) {
        return UriComponentsBuilder.newInstance().query(query).build().getQueryParams().entrySet().stream()
                .filter(parameter -> String.valueOf(parameter.getValue()).contains(NUL))
                .findFirst()
                .map(parameter -> parameter.getKey())
                .orElse("query");
    }
}
