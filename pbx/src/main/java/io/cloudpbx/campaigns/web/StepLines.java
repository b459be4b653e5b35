package io.cloudpbx.campaigns.web;

import io.cloudpbx.campaigns.StepNews;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that tells how far it has come: a line of JSON for each part, and in the last what came of it, or the problem. Whoever
 * goes away meanwhile takes nobody in.
 */
final class StepLines implements StepNews {
    static final String TYPE = "application/x-ndjson";

    private final HttpServletResponse response;
    private final JsonMapper json;
    private boolean begun;

    StepLines(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    /** A problem before the first line is answered like any other. @param name what the last line calls what came of it */
    void tell(String name, Function<StepNews, ?> work) {
        try {
            line(Map.of(name, work.apply(this)));
        } catch (Problem problem) {
            if (!begun) {
                throw problem;
            }
            line(Map.of("problem", problem.document()));
        }
    }

    @Override
    public void at(Step step, long done, long of) {
        line(Map.of("step", step.name().toLowerCase(Locale.ROOT), "done", done, "of", of));
    }

    private void line(Map<String, ?> said) {
        try {
            if (!begun) {
                response.setContentType(TYPE);
                begun = true;
            }
            response.getOutputStream().write((json.writeValueAsString(said) + "\n").getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
