package io.cloudpbx.calls.flow;

import io.cloudpbx.extensions.Quiet;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody inside who can be rung, and where: without a number to forward to, only the mailbox is left.
 *
 * @param department empty when they belong to none
 * @param soundsLike how the name may be heard
 * @param quiet their own wish not to be rung
 */
public record Callee(
        UUID id,
        String ext,
        String name,
        String department,
        List<String> soundsLike,
        @Nullable PhoneNumber ringsAt,
        @Nullable Quiet quiet) {
    public Callee {
        soundsLike = List.copyOf(soundsLike);
    }

    /** Somebody who has no wish. */
    public Callee(
            UUID id,
            String ext,
            String name,
            String department,
            List<String> soundsLike,
            @Nullable PhoneNumber ringsAt) {
        this(id, ext, name, department, soundsLike, ringsAt, null);
    }

    /** The same, at another phone. */
    Callee at(PhoneNumber phone) {
        return new Callee(id, ext, name, department, soundsLike, phone, quiet);
    }
}
