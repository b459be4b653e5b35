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
        return new Words(body, checked(sendAt, clock.instant()), attached);
    }

    private static @Nullable Instant checked(@Nullable Instant sendAt, Instant now) {
        if (sendAt == null) {
            return null;
        }
        if (sendAt.isBefore(now)) {
            throw Problem.invalid("sendAt", "in_the_past", "is in the past");
        }
        if (sendAt.isAfter(now.plus(FURTHEST))) {
            throw Problem.invalid("sendAt", "too_far_away", "must be within a year");
        }
        return sendAt;
    }
}
