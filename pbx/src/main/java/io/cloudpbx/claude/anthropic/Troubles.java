package io.cloudpbx.claude.anthropic;

import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.SseException;
import com.anthropic.models.ErrorType;
import io.cloudpbx.claude.Failure;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The library's exceptions, named. By status and not by class: which status has a class of its own changes between its
 * versions.
 */
final class Troubles {
    private static final int LONGEST_DETAIL = 200;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private Troubles() {}

    /** @param begun whether any of the answer had arrived */
    static NoAnswer name(RuntimeException trouble, boolean begun) {
        return switch (trouble) {
            case NoAnswer named -> named;
            case SseException inStream -> new NoAnswer(inStream(inStream), detail(inStream), null, id(inStream));
            case AnthropicServiceException answer ->
                new NoAnswer(byStatus(answer), detail(answer), retryAfter(answer), id(answer));
            case AnthropicIoException network -> new NoAnswer(network(network, begun), "Network: " + root(network));
            case AnthropicException unreadable -> new NoAnswer(Failure.NONSENSE, "The answer could not be read");
            case IllegalStateException unfinished
            when begun -> new NoAnswer(Failure.BROKEN_STREAM, "The answer ended before its end");
            default -> new NoAnswer(begun ? Failure.NONSENSE : Failure.BROKEN, root(trouble));
        };
    }

    /** A 400 that means: this model does not take such a request, though it would take a plainer one. */
    static boolean isAboutShape(AnthropicServiceException answer) {
        String message = answer.apiMessage().orElse("");
        return answer.statusCode() == 400
                && (message.contains("tool_choice") || message.contains("thinking") || message.contains("effort"));
    }

    private static Failure byStatus(AnthropicServiceException answer) {
        int status = answer.statusCode();
        return switch (status) {
            case 429 -> isSpent(answer) ? Failure.SPEND_LIMIT : Failure.RATE_LIMITED;
            case 402 -> Failure.SPEND_LIMIT;
            case 401, 403, 404 -> Failure.NOT_ALLOWED;
            case 408, 504 -> Failure.TIMEOUT;
            case 529 -> Failure.OVERLOADED;
            default -> status >= 500 ? Failure.BROKEN : status >= 400 ? Failure.REFUSED : Failure.NONSENSE;
        };
    }

    private static boolean isSpent(AnthropicServiceException answer) {
        return answer.type().filter(ErrorType.BILLING_ERROR::equals).isPresent()
                || answer.errorCode().orElse("").equals("enforced_spend_limit_reached")
                || answer.apiMessage().orElse("").contains("enforced_spend_limit_reached");
    }

    private static Failure inStream(SseException answer) {
        return answer.type().map(ErrorType::asString).map(Troubles::byType).orElse(Failure.BROKEN_STREAM);
    }

    private static Failure byType(String type) {
        return switch (type) {
            case "overloaded_error" -> Failure.OVERLOADED;
            case "rate_limit_error" -> Failure.RATE_LIMITED;
            case "billing_error" -> Failure.SPEND_LIMIT;
            case "timeout_error" -> Failure.TIMEOUT;
            default -> Failure.BROKEN_STREAM;
        };
    }

    private static Failure network(AnthropicIoException network, boolean begun) {
        for (Throwable cause = network; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return Failure.UNREACHABLE;
            }
            if (cause instanceof InterruptedIOException) {
                return Failure.TIMEOUT;
            }
        }
        return begun ? Failure.BROKEN_STREAM : Failure.UNREACHABLE;
    }

    private static @Nullable Duration retryAfter(AnthropicServiceException answer) {
        return answer.headers().values("retry-after").stream()
                .filter(SECONDS.asMatchPredicate())
                .findFirst()
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    private static @Nullable String id(AnthropicServiceException answer) {
        return answer.requestId().orElse(null);
    }

    private static String detail(AnthropicServiceException answer) {
        String type = answer.type().map(ErrorType::asString).orElse("unnamed error");
        return printable("%d %s: %s"
                .formatted(answer.statusCode(), type, answer.apiMessage().orElse("")));
    }

    private static String root(Throwable trouble) {
        Throwable root = trouble;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return printable(root.getClass().getSimpleName() + ": "
                + Optional.ofNullable(root.getMessage()).orElse(""));
    }

    /** One line for the log (T15). */
    private static String printable(String text) {
        String line = text.replaceAll("[^\\x20-\\x7e]", "?");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL);
    }
}
