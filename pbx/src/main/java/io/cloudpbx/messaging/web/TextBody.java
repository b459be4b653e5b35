package io.cloudpbx.messaging.web;

import io.cloudpbx.messaging.Replies.Words;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words of a text in a request, checked before the gate is asked, which looks at what they mean. */
final class TextBody {
    private static final int LONGEST = 1600;
    private static final int MOST_MEDIA = 10;
    private static final Duration FURTHEST = Duration.ofDays(365);

    private TextBody() {}

    static Words words(@Nullable String message, @Nullable Instant sendAt, @Nullable List<UUID> media, Clock clock) {
        List<UUID> attached = media == null ? List.of() : media;
        String body = message == null ? "" : message;
        if (body.isBlank() && attached.isEmpty()) {
            throw Problem.invalid("message", "empty_message", "is empty");
        }
        if (body.length() > LONGEST) {
            throw Problem.invalid("message", "message_too_long", "must be at most " + LONGEST + " characters");
        }
        if (attached.size() > MOST_MEDIA) {
            throw Problem.invalid("media", "too_many_media", "must be at most " + MOST_MEDIA);
        }
        return new Words(body, time("sendAt", sendAt, clock.instant()), attached);
    }

    /** When something is to happen, within a year from now. */
    static @Nullable Instant time(String field, @Nullable Instant at, Instant now) {
        if (at == null) {
            return null;
        }
        if (at.isBefore(now)) {
            throw Problem.invalid(field, "in_the_past", "is in the past");
        }
        if (at.isAfter(now.plus(FURTHEST))) {
            throw Problem.invalid(field, "too_far_away", "must be within a year");
        }
        return at;
    }
}
