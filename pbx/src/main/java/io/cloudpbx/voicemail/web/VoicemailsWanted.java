package io.cloudpbx.voicemail.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which voicemails an address asks for; what is left out does not matter.
 *
 * @param ext whose mailbox, or {@code general}
 * @param unheard only those that nobody has listened to
 * @param deleted those that were deleted and can still be brought back, instead of the others
 * @param q a name, a part of a number, or words that were said
 */
record VoicemailsWanted(
        @Nullable String ext,
        @Nullable Boolean unheard,
        @Nullable Boolean deleted,
        @Nullable @Size(max = 200) String q) {
    boolean unheardOnly() {
        return Boolean.TRUE.equals(unheard);
    }

    boolean deletedOnes() {
        return Boolean.TRUE.equals(deleted);
    }
}
