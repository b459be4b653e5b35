package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.message.Text.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that an account wants sent ({@code POST Messages}, {@code twilio.md} section 12). Numbers are E.164; one of
 * {@code from} and {@code serviceSid} is there.
 *
 * @param validity how long it may wait to be sent; null for as long as its service says, or the longest
 * @param sendAt when it is to be sent; null for now
 */
public record TextOrder(
        String to,
        @Nullable String from,
        @Nullable String serviceSid,
        String body,
        List<String> mediaUrls,
        boolean smartEncoded,
        Text.@Nullable Callback callback,
        @Nullable Duration validity,
        @Nullable Instant sendAt,
        Direction direction) {

    /** The longest time that a text waits ({@code twilio.md} section 12). */
    public static final Duration LONGEST_VALIDITY = Duration.ofSeconds(36_000);

    /** How many characters a body may have ({@code twilio.md} section 17). */
    public static final int BODY_MAX = 1_600;

    /** A plain text from one number to another. */
    public static TextOrder plain(String from, String to, String body, Direction direction) {
        return new TextOrder(to, from, null, body, List.of(), false, null, null, null, direction);
    }
}
