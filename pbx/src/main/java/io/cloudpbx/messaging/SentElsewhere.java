package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Texts that left without being kept as part of a conversation: the gate counts them like all others (C17, T5). */
public interface SentElsewhere {
    /** How many of these kinds left, or are leaving, to each of these people since then; who had none may be missing. */
    Map<PhoneNumber, Integer> to(Collection<PhoneNumber> people, Set<TextKind> kinds, Instant since);

    /** How the newest text to each of these people ended that left since then and has ended; who had none may be missing. */
    Map<PhoneNumber, Ended> ended(Collection<PhoneNumber> people, Instant since);

    /**
     * How a text ended.
     *
     * @param left when it left
     * @param errorCode the carrier's; 0 when it arrived
     */
    record Ended(Instant left, int errorCode) {}

    /** How far each of these has come, by the references under which they were told; who is not known may be missing. */
    Map<String, Standing> standings(Collection<String> references);

    /**
     * How far one has come.
     *
     * @param status one word, as those of texts are
     * @param statusText the same as a sentence
     */
    record Standing(String status, String statusText) {}

    /**
     * How much left.
     *
     * @param segments as far as they cost something
     * @param withMedia texts with pictures; they have no segments that cost something
     */
    record Sent(long segments, long withMedia) {
        public static final Sent NOTHING = new Sent(0, 0);

        public Sent plus(Sent more) {
            return new Sent(segments + more.segments, withMedia + more.withMedia);
        }
    }

    Sent sentSince(Instant since);
}
