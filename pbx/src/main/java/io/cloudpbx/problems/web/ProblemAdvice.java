package io.cloudpbx.problems.web;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure of a controller, as a problem document; what is our own fault is logged under an id the client is told. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Problem problem) {
        return ProblemWriter.entity(problem);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<Object> databaseDown(Exception failure) {
        log.error("The database did not answer: {}", failure.getMessage());
        Problem problem =
                Problem.of(503, "temporarily_unavailable", "The database does not answer. Try again in a moment.");
        return ProblemWriter.entity(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> mistakeOfOurs(RuntimeException failure) {
        return ProblemWriter.entity(internal(failure));
    }

    static Problem internal(Throwable failure) {
        String id = UUID.randomUUID().toString();
        log.error("A request failed unexpectedly; the client was told {}.", id, failure);
        return Problem.of(
                500, "internal_error", "Something went wrong here. The log has more, under %s.".formatted(id));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemWriter.entity(UnreadableJson.problem(failure));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = failure.getFieldErrors().stream()
                .map(ProblemAdvice::fieldProblem)
                .toList();
        return ProblemWriter.entity(Problem.invalid(errors));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                "invalid",
                                FieldWords.of(result.unwrap(error, ConstraintViolation.class)))))
                .toList();
        return ProblemWriter.entity(Problem.invalid(errors));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return ProblemWriter.entity(Problem.invalid(failure.getParameterName(), "required", "is missing"));
    }

    /** An id in a path that no id can look like names nothing. */
    @ExceptionHandler
    ResponseEntity<Object> wrongType(MethodArgumentTypeMismatchException failure) {
        boolean inPath = failure.getParameter().hasParameterAnnotation(PathVariable.class);
        return ProblemWriter.entity(
                inPath
                        ? byStatus(404)
                        : Problem.invalid(failure.getName(), "wrong_type", "has a value of the wrong kind"));
    }

    /** What Spring refuses by itself: unknown routes, methods, media types, and answers that could not be sent. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> usual = super.handleExceptionInternal(failure, body, headers, status, request);
        if (usual == null) {
            return null;
        }
        Problem problem =
                status.is5xxServerError() && status.value() != 503 ? internal(failure) : byStatus(status.value());
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.document());
    }

    static Problem byStatus(int status) {
        return switch (status) {
            case 404 -> Problem.notFound("not_found", "There is nothing at this address.");
            case 405 -> Problem.of(405, "method_not_allowed", "This address does not take that method.");
            case 406 -> Problem.of(406, "not_acceptable", "This address does not answer in a form that was asked for.");
            case 413 -> Problem.of(413, "body_too_large", "The request holds too much.");
            case 415 -> Problem.of(415, "unsupported_media_type", "Send JSON, with Content-Type: application/json.");
            case 503 -> Problem.of(503, "temporarily_unavailable", "Not now. Try again in a moment.");
            default ->
                status >= 500
                        ? Problem.of(status, "internal_error", "Something went wrong here.")
                        : Problem.of(status, "bad_request", "The request cannot be understood.");
        };
    }

    private static FieldProblem fieldProblem(FieldError error) {
        String code = String.valueOf(error.getCode())
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
        return new FieldProblem(error.getField(), code, words(error));
    }

    /** What is no constraint of a field has the words that it was refused with. */
    private static String words(FieldError error) {
        return error.contains(ConstraintViolation.class)
                ? FieldWords.of(error.unwrap(ConstraintViolation.class))
                : String.valueOf(error.getDefaultMessage());
    }
}
