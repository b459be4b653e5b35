package io.cloudpbx.problems.web;

import io.cloudpbx.problems.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Bounds the body of a request (T14): 256 KiB of JSON, 64 KiB elsewhere, more where a {@link BodyAllowance} says so; said at
 * once or noticed while reading.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {
    private static final int API = 256 * 1024;
    private static final int OTHERS = 64 * 1024;

    private final ProblemWriter problems;
    private final Map<PathPattern, Integer> allowances;

    BodyLimit(ProblemWriter problems, List<BodyAllowance> allowances) {
        this.problems = problems;
        this.allowances = allowances.stream()
                .collect(Collectors.toMap(
                        each -> PathPatternParser.defaultInstance.parse(each.path()), BodyAllowance::bytes));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        int limit = limit(path);
        if (request.getContentLengthLong() > limit) {
            problems.write(tooLarge(limit), response);
            return;
        }
        boolean declared = request.getContentLengthLong() >= 0;
        chain.doFilter(declared ? request : new Bounded(request, limit), response);
    }

    private int limit(String path) {
        var parsed = PathContainer.parsePath(path);
        return allowances.entrySet().stream()
                .filter(each -> each.getKey().matches(parsed))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(path.startsWith("/api/") ? API : OTHERS);
    }

    private static Problem tooLarge(int limit) {
        return Problem.of(413, "body_too_large", "A request may hold at most %d KiB here.".formatted(limit / 1024));
    }

    /** A request that did not say its length. */
    private static final class Bounded extends HttpServletRequestWrapper {
        private final int limit;

        Bounded(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class BoundedStream extends ServletInputStream {
        private final ServletInputStream body;
        private final int limit;
        private long taken;

        BoundedStream(ServletInputStream body, int limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            taken += read;
            if (taken > limit) {
                throw tooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
