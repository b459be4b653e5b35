package io.cloudpbx.problems.web;

import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is in charge, such as in a filter. */
@Component
public class ProblemWriter {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        problem.retryAfter().ifPresent(after -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds(after)));
        response.getOutputStream().write(json.writeValueAsBytes(problem.document()));
    }

    static ResponseEntity<Object> entity(Problem problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.retryAfter().ifPresent(after -> answer.header(HttpHeaders.RETRY_AFTER, seconds(after)));
        return answer.body(problem.document());
    }

    /** Rounded up: a client that waits that long is not refused again for a fraction of a second. */
    private static String seconds(Duration after) {
        return Long.toString(Math.max(1, (after.toMillis() + 999) / 1000));
    }
}
