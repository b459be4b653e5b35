package io.cloudpbx.sandbox.control;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Requests to {@code /sandbox} and their answers; not Twilio's API. */
public final class Control {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Control() {}

    /** To be registered once, for all controls. */
    public static void answerProblems(RoutesConfig routes) {
        routes.exception(
                ControlProblem.class,
                (problem, ctx) -> answer(
                        ctx.status(problem.status()),
                        new Problem(problem.status(), problem.field(), String.valueOf(problem.getMessage()))));
    }

    private record Problem(int status, @Nullable String field, String message) {}

    public static void answer(Context ctx, Object body) {
        ctx.contentType("application/json; charset=utf-8").result(JSON.writeValueAsBytes(body));
    }

    /**
     * The request's body.
     *
     * @throws ControlProblem naming the field that cannot be read
     */
    public static <T> T body(Context ctx, Class<T> type) {
        try {
            T body = JSON.readValue(ctx.bodyAsBytes(), type);
            if (body == null) {
                throw ControlProblem.invalid(null, "A JSON object is expected");
            }
            return body;
        } catch (DatabindException misfit) {
            throw ControlProblem.invalid(field(misfit), reason(misfit));
        } catch (JacksonException unreadable) {
            throw ControlProblem.invalid(null, "Not JSON: " + unreadable.getOriginalMessage());
        }
    }

    private static String reason(DatabindException misfit) {
        String message = misfit.getOriginalMessage();
        return message.startsWith("Cannot map `null`") ? "Is required" : message;
    }

    private static @Nullable String field(DatabindException misfit) {
        String path = misfit.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? null : path.replace(".[", "[");
    }

    /** A whole number of the query; {@code otherwise} when it is not given. */
    public static long number(Context ctx, String name, long min, long max, long otherwise) {
        String text = ctx.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw ControlProblem.invalid(name, "Not a whole number: " + text);
        }
        throw ControlProblem.invalid(name, "Must be from " + min + " to " + max);
    }
}
