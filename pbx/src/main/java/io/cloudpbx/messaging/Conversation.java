package io.cloudpbx.messaging;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything with one person outside: texts, calls, voicemails and notes.
 *
 * @param contactId whom it is with; null for a sender that is no phone number, such as a short code
 * @param address that sender; null when it is a person
 * @param epoch grows whenever who answers changes; a draft made under an older one is not sent
 * @param owner the person on our side who has it; null when nobody has
 * @param needsPerson why a person should look, as a sentence; null when none needs to
 * @param ours the number of ours that they used last; null before the first
 * @param theirs the number that they used last
 * @param heardAt when they last wrote
 */
public record Conversation(
        UUID id,
        @Nullable UUID contactId,
        @Nullable String address,
        AnsweredBy answeredBy,
        long epoch,
        @Nullable Owner owner,
        @Nullable String needsPerson,
        boolean urgent,
        boolean done,
        @Nullable Instant snoozedUntil,
        int unread,
        @Nullable PhoneNumber ours,
        @Nullable PhoneNumber theirs,
        @Nullable Instant heardAt,
        Last last) {

    /** Who answers what they write. */
    public enum AnsweredBy {
        ASSISTANT,
        PERSON
    }

    /** The person on our side. */
    public record Owner(UUID userId, String name) {}

    /** What stands at its end, as the list shows it. */
    public record Last(Instant at, Entry.Kind kind, Author.Kind author, String text) {}

    boolean isOwnedBy(UUID userId) {
        return owner != null && owner.userId().equals(userId);
    }
}
