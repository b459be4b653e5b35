package io.cloudpbx.problems.web;

import io.cloudpbx.problems.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses query parameters that are no text at all, which the server would only notice when the first is asked for, and those with
 * the one character that PostgreSQL cannot compare with anything.
 */
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
        if (query != null && !isText(query)) {
            problems.write(
                    Problem.of(
                            400, "invalid_query", "The address holds parameters that are not percent-encoded UTF-8."),
                    response);
        } else if (query != null && query.contains(NUL)) {
            problems.write(UnreadableJson.unstorable(field(query)), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isText(String query) {
        try {
            byte[] decoded =
                    URLDecoder.decode(query, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded));
            return true;
        } catch (IllegalArgumentException | CharacterCodingException noText) {
            return false;
        }
    }

    private static String field(String query) {
        return UriComponentsBuilder.newInstance().query(query).build().getQueryParams().entrySet().stream()
                .filter(parameter -> String.valueOf(parameter.getValue()).contains(NUL))
                .findFirst()
                .map(parameter -> parameter.getKey())
                .orElse("query");
    }
}
