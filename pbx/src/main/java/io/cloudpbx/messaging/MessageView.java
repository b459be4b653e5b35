package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.Check;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text as the API shows it.
 *
 * @param answers the text of theirs that it answers; null unless the assistant or a fixed reply does
 * @param status one word for all that may happen: {@code received}; {@code scheduled}, {@code ready}, {@code sending},
 *     {@code queued}, {@code sent}, {@code delivered}, {@code read}; {@code unknown}, {@code not_confirmed}, {@code refused},
 *     {@code rejected}, {@code undelivered}, {@code failed}, {@code canceled}
 * @param statusText the same as a sentence
 * @param why what was decided about it; the checks and the history are only there when one text was asked for
 * @param costEstimate in dollars
 */
public record MessageView(
        UUID id,
        UUID conversationId,
        String direction,
        String from,
        String to,
        String body,
        AuthorView author,
        @Nullable String kind,
        @Nullable UUID answers,
        String status,
        String statusText,
        boolean canSendAgain,
        @Nullable Integer errorCode,
        @Nullable Reason why,
        int segments,
        double costEstimate,
        List<MediaView> media,
        Instant createdAt,
        @Nullable Instant sendAt,
        @Nullable Instant sentAt,
        @Nullable List<Happened> history) {

    public record AuthorView(String kind, String name) {}

    /** @param checks null in lists */
    public record Reason(
            String code,
            String sentence,
            String rule,
            @Nullable List<Check> checks) {}

    /** @param url null while it is not here; {@code reason} then says why, or is null while it is on its way */
    public record MediaView(
            UUID id,
            String type,
            boolean picture,
            String state,
            @Nullable String reason,
            @Nullable Long size,
            @Nullable String url) {}

    /** Something the carrier said. */
    public record Happened(
            Instant at, String status, @Nullable String sentence) {}
}
