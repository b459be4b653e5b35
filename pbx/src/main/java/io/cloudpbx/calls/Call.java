package io.cloudpbx.calls;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call to one of our numbers, or one that somebody here began and that is led like those.
 *
 * @param from null when the caller is withheld, or forgotten
 * @param forgotten whether the caller was deleted since
 * @param to null when the carrier named something that is no number
 * @param answeredAt when a person took it first; null again while nobody has taken a caller who was transferred
 * @param extensionId whom it reached or tried to reach last
 * @param summary where it is now, in a few words for people
 * @param dialer the phone that called them, of a call that somebody here began; null when it came in
 */
public record Call(
        UUID id,
        CarrierId carrierId,
        @Nullable PhoneNumber from,
        boolean forgotten,
        @Nullable PhoneNumber to,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        Place place,
        Outcome outcome,
        @Nullable UUID extensionId,
        String summary,
        @Nullable CarrierId dialer) {

    /** Where the caller is. */
    public enum Place {
        MENU,
        RECEPTIONIST,
        RINGING,
        /** Hears music in a queue. */
        WAITING,
        TALKING,
        /** Waits for whoever they talked with. */
        HELD,
        VOICEMAIL,
        ENDED
    }

    /**
     * What became of it; {@code ABANDONED} hung up before reaching anybody, {@code MISSED} after trying, {@code HANDLED} got from the
     * receptionist what they called for.
     */
    public enum Outcome {
        IN_PROGRESS,
        ANSWERED,
        HANDLED,
        VOICEMAIL,
        MISSED,
        ABANDONED,
        FAILED,
        /** Turned away by a rule, or not for us: nobody was to be reached. */
        REJECTED;

        /** Whether somebody was to be reached and nobody was; who gave up in the menu is counted by themselves. Each figure goes by this. */
        public boolean isMissed() {
            return this == MISSED || this == FAILED;
        }

        /** As the API and the database name it. */
        public String text() {
            return Call.text(this);
        }

        /** Empty for what only becomes of other calls. */
        public static Optional<Outcome> named(String text) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.text().equals(text))
                    .findFirst();
        }
    }

    public boolean isLive() {
        return endedAt == null;
    }

    public boolean cameIn() {
        return dialer == null;
    }

    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
