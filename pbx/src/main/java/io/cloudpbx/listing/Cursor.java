package io.cloudpbx.listing;

import io.cloudpbx.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended: after this item, in the list's own order. */
public record Cursor(Instant at, UUID id) {
    /** The database keeps no instants beyond these. */
    private static final Instant FIRST = Instant.parse("-4000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("+100000-01-01T00:00:00Z");

    /** A cursor that an earlier page gave; null when there is none. */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            var cursor = new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            if (cursor.at().isBefore(FIRST) || cursor.at().isAfter(LAST)) {
                throw notOurs();
            }
            return cursor;
        } catch (RuntimeException unreadable) {
            throw notOurs();
        }
    }

    private static Problem notOurs() {
        return Problem.invalid("cursor", "invalid_cursor", "is not one that this list gave");
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
    }
}
