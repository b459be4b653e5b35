package io.cloudpbx.claude.anthropic;

import io.cloudpbx.claude.Failure;
import io.cloudpbx.claude.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A question that came to nothing, on its way from where it was noticed to where the reply is made. */
final class NoAnswer extends RuntimeException {
    private final Failure failure;
    private final String detail;
    private final @Nullable Duration retryAfter;
    private final @Nullable String requestId;

    NoAnswer(Failure failure, String detail) {
        this(failure, detail, null, null);
    }

    NoAnswer(Failure failure, String detail, @Nullable Duration retryAfter, @Nullable String requestId) {
        super(detail, null, false, false);
        this.failure = failure;
        this.detail = detail;
        this.retryAfter = retryAfter;
        this.requestId = requestId;
    }

    Reply asReply(long began) {
        return new Reply.Failed(failure, detail, retryAfter, requestId, Duration.ofNanos(System.nanoTime() - began));
    }
}
