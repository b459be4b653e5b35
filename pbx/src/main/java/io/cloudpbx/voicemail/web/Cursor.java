package io.cloudpbx.voicemail.web;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.voicemail.VoicemailView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of the list ended: after this message, in the list's own order. */
record Cursor(Instant receivedAt, UUID id) {
    static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException notOurs) {
            throw Problem.invalid("cursor", "invalid_cursor", "is not one that this list gave");
        }
    }

    static String after(VoicemailView last) {
        String text = last.receivedAt() + "|" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
