package io.cloudpbx.extensions;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or desk inside.
 *
 * @param ext three digits, 101 to 199
 * @param soundsLike how the name may be heard, in spellings of whoever knows it
 * @param forwardTo the outside phone that rings for them; null goes straight to their mailbox
 * @param numberId their direct number, perhaps still on its way
 * @param quiet their wish not to be rung, perhaps over by now; null when they have none
 */
public record Extension(
        UUID id,
        String ext,
        String name,
        String department,
        String email,
        List<String> soundsLike,
        @Nullable PhoneNumber forwardTo,
        boolean active,
        @Nullable UUID numberId,
        @Nullable Quiet quiet,
        Instant createdAt,
        long version) {
    public Extension {
        soundsLike = List.copyOf(soundsLike);
    }

    /** Their wish not to be rung, while it lasts. */
    public Optional<Quiet> quietAt(Instant instant) {
        return Optional.ofNullable(quiet).filter(wish -> wish.lasts(instant));
    }
}
