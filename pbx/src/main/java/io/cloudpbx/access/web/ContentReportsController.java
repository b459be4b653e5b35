package io.cloudpbx.access.web;

import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /reports/content-policy}: what a browser refused to load or run, as the policy of {@link PageHeaders} has it say. Anybody can
 * send anything, so little of it is read, and less of it written.
 */
@RestController
class ContentReportsController {
    static final String PATH = "/reports/content-policy";

    private static final Logger LOG = LoggerFactory.getLogger(ContentReportsController.class);
    private static final int MOST_BYTES = 8_192;

    private final JsonMapper json;
    private final Ration ration;

    ContentReportsController(JsonMapper json, Clock clock) {
        this.json = json;
        this.ration = new Ration(clock);
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refused(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Problem.of(413, "report_too_long", "A report has at most 8,192 bytes.");
        }
        ContentReport report = read(body);
        ration.take()
                .ifPresent(before -> LOG.warn(
                        "A browser refused something: {}{}",
                        report,
                        before == 0 ? "" : "; %,d more were left out".formatted(before)));
    }

    private ContentReport read(byte[] body) {
        try {
            return ContentReport.of(json.readTree(body).path("csp-report"));
        } catch (JacksonException broken) {
            throw Problem.of(400, "report_unreadable", "This is no report of a browser.");
        }
    }
}
