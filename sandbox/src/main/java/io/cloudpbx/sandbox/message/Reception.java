package io.cloudpbx.sandbox.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What becomes of a text to an outside number; seconds are carrier time since the text left Twilio. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "behaviour")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reception.Deliver.class, name = "deliver"),
    @JsonSubTypes.Type(value = Reception.NoReceipt.class, name = "no-receipt"),
    @JsonSubTypes.Type(value = Reception.Unreachable.class, name = "unreachable"),
    @JsonSubTypes.Type(value = Reception.Landline.class, name = "landline"),
    @JsonSubTypes.Type(value = Reception.Filtered.class, name = "filtered"),
    @JsonSubTypes.Type(value = Reception.Blocked.class, name = "blocked"),
    @JsonSubTypes.Type(value = Reception.Unknown.class, name = "unknown")
})
public sealed interface Reception {
    /** How long a text is on its way, when nothing is said about it. */
    double DEFAULT_SECONDS = 0.8;

    @Nullable
    Double afterSeconds();

    /** When the text, or the word that it could not be delivered, comes. */
    default Duration after() {
        return seconds(afterSeconds() == null ? DEFAULT_SECONDS : afterSeconds());
    }

    /** It arrives. The receipt comes with it, or so much later. */
    record Deliver(@Nullable Double afterSeconds, @Nullable Double receiptAfterSeconds) implements Reception {
        Duration receiptAfter() {
            return seconds(receiptAfterSeconds == null ? 0 : receiptAfterSeconds);
        }
    }

    /** It arrives, and nobody ever says so: the text stays {@code sent} ({@code twilio.md} 3.2). */
    record NoReceipt(@Nullable Double afterSeconds) implements Reception {}

    /** Off or out of reach: 30003. */
    record Unreachable(@Nullable Double afterSeconds) implements Reception {}

    /** 30006; a landline that is known to be one is refused when the text is made (21614). */
    record Landline(@Nullable Double afterSeconds, @Nullable Boolean known) implements Reception {
        boolean refused() {
            return Boolean.TRUE.equals(known);
        }
    }

    /** Taken for spam: 30007. */
    record Filtered(@Nullable Double afterSeconds) implements Reception {}

    /** The person or the network blocks the sender: 30004. */
    record Blocked(@Nullable Double afterSeconds) implements Reception {}

    /** Nobody has this number: 30005. */
    record Unknown(@Nullable Double afterSeconds) implements Reception {}

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1_000));
    }
}
