package io.cloudpbx.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the API shows it.
 *
 * @param from the other side's number, or what else they send from; {@code to} is ours, both as they would be given to a reply
 * @param line the name of our number
 * @param zones in which they may be, by their number; none when nobody knows
 * @param suggestion what the assistant would have answered, had nobody taken over; only when one conversation was asked for
 */
public record ConversationView(
        UUID id,
        @Nullable Person contact,
        String name,
        @Nullable String from,
        String fromDisplay,
        @Nullable String to,
        String toDisplay,
        String line,
        String answeredBy,
        long epoch,
        @Nullable Party owner,
        @Nullable String needsPerson,
        boolean urgent,
        @Nullable OptedOut optedOut,
        boolean marketingPaused,
        String status,
        @Nullable Instant snoozedUntil,
        int unread,
        Instant lastAt,
        String lastKind,
        String lastAuthor,
        String lastText,
        List<String> zones,
        @Nullable String suggestion) {

    /** @param numbers in E.164 */
    public record Person(UUID id, String name, String company, String email, String notes, List<String> numbers) {}

    public record Party(UUID id, String name) {}

    /** @param how in words, such as {@code replied STOP} */
    public record OptedOut(Instant since, String source, String quote, String how) {}
}
