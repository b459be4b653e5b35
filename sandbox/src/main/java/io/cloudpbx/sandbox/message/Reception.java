package io.cloudpbx.sandbox.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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
    @JsonSubTypes.Type(value = Reception.Unknown.class, name = "unknown"),
    @JsonSubTypes.Type(value = Reception.NoMedia.class, name = "no-media"),
    @JsonSubTypes.Type(value = Reception.Fails.class, name = "fail")
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

    /** It does not arrive, and the network says why. */
    sealed interface Undelivered extends Reception {
        /** One of {@code twilio.md} section 14. */
        int errorCode();
    }

    /** Off or out of reach. */
    record Unreachable(@Nullable Double afterSeconds) implements Undelivered {
        @Override
        public int errorCode() {
            return 30003;
        }
    }

    /** A landline that is known to be one is refused when the text is made (21614). */
    record Landline(@Nullable Double afterSeconds, @Nullable Boolean known) implements Undelivered {
        @Override
        public int errorCode() {
            return 30006;
        }

        boolean refused() {
            return Boolean.TRUE.equals(known);
        }
    }

    /** Taken for spam. */
    record Filtered(@Nullable Double afterSeconds) implements Undelivered {
        @Override
        public int errorCode() {
            return 30007;
        }
    }

    /** The person or the network blocks the sender. */
    record Blocked(@Nullable Double afterSeconds) implements Undelivered {
        @Override
        public int errorCode() {
            return 30004;
        }
    }

    /** Nobody has this number. */
    record Unknown(@Nullable Double afterSeconds) implements Undelivered {
        @Override
        public int errorCode() {
            return 30005;
        }
    }

    /** Words arrive; what has something attached does not: 30011. */
    record NoMedia(@Nullable Double afterSeconds) implements Reception {}

    /** Whatever else a network may answer. What Twilio itself holds back never leaves, and is {@code failed} at once. */
    record Fails(@Nullable Double afterSeconds, int errorCode) implements Undelivered {
        /** Unknown, a segment missing, congestion, size, the caps of 10DLC, a provider that does not answer. */
        private static final List<Integer> BY_NETWORK = List.of(30008, 30009, 30017, 30019, 30022, 30023, 30027, 30410);

        /** Price, suspected pumping, quiet hours. */
        private static final List<Integer> BY_TWILIO = List.of(30010, 30450, 30610);

        /** The codes that can be asked for. */
        static SortedSet<Integer> codes() {
            SortedSet<Integer> codes = new TreeSet<>(BY_NETWORK);
            codes.addAll(BY_TWILIO);
            return Collections.unmodifiableSortedSet(codes);
        }

        boolean neverLeaves() {
            return BY_TWILIO.contains(errorCode);
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1_000));
    }
}
