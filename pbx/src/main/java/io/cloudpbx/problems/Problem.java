package io.cloudpbx.problems;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused, with a code that clients may rely on and a sentence that people may read. Thrown from
 * anywhere below a controller; answered as {@code application/problem+json}.
 */
public final class Problem extends RuntimeException {
    private static final String TYPE = "https://cloudpbx.dev/problems/";

    private final int status;
    private final String code;
    private final String detail;
    private final List<FieldProblem> errors = new ArrayList<>();
    private final Map<String, Object> more = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    /**
     * What is wrong with one field.
     *
     * @param message goes on from the field's name, such as "must be a phone number"
     */
    public record FieldProblem(String field, String code, String message) {}

    private Problem(int status, String code, String detail) {
        // No stack trace: an expected answer, thrown often.
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /**
     * @param status of HTTP
     * @param code snake_case, never changed once published
     * @param detail a whole sentence for people
     */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail);
    }

    public static Problem notFound(String code, String detail) {
        return of(404, code, detail);
    }

    public static Problem forbidden(String code, String detail) {
        return of(403, code, detail);
    }

    public static Problem conflict(String code, String detail) {
        return of(409, code, detail);
    }

    /** A conflict that one field could avoid; the detail stands beside that field too. */
    public static Problem conflict(String code, String field, String detail) {
        return conflict(code, detail).withError(field, code, detail);
    }

    /** One field is wrong. */
    public static Problem invalid(String field, String code, String message) {
        return invalid(List.of(new FieldProblem(field, code, message)));
    }

    public static Problem invalid(List<FieldProblem> errors) {
        Problem problem = of(422, "invalid_fields", sentence(errors));
        problem.errors.addAll(errors);
        return problem;
    }

    /** Not now; the client may come again after a while. */
    public static Problem tooMany(String code, String detail, Duration retryAfter) {
        Problem problem = of(429, code, detail);
        problem.retryAfter = retryAfter;
        return problem;
    }

    public Problem withError(String field, String errorCode, String message) {
        errors.add(new FieldProblem(field, errorCode, message));
        return this;
    }

    /** Adds a member to the document, for what a client can go on with. */
    public Problem with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The members of the document, in the order they are written. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPE + code);
        document.put("title", title());
        document.put("status", status);
        document.put("code", code);
        document.put("detail", detail);
        document.put("errors", List.copyOf(errors));
        document.putAll(more);
        return document;
    }

    private String title() {
        String words = code.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String sentence(List<FieldProblem> errors) {
        if (errors.size() != 1) {
            return "Some fields are not right.";
        }
        FieldProblem only = errors.getFirst();
        return "%s %s.".formatted(only.field(), only.message());
    }
}
