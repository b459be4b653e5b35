package io.cloudpbx.campaigns.ledger;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries until the carrier is asked. Leases run by the ledger's own clock, and each move names the lease under which it was
 * decided: a node that slept meanwhile moves nothing (R13).
 */
public interface DeliveryLedger {
    /** Takes some whose time has come, which nobody else has, for half a minute. */
    List<Delivery> claim(UUID campaignId, int most, Instant now);

    /** Those of these people who have had a text since then that said how to be left alone, as far as anybody knows. */
    Set<PhoneNumber> told(Set<PhoneNumber> people, Instant since);

    /**
     * A delivery that is about to leave.
     *
     * @param token 128 random bits by which the carrier's news of it are known
     * @param mostADay how many texts of campaigns its recipient may have in 24 hours, this one included (C17)
     * @param tells whether it says how to be left alone (C25)
     * @param evidence what is kept with the attempt (C24)
     */
    record Leaving(
            Delivery delivery,
            PhoneNumber sender,
            int segments,
            String token,
            int mostADay,
            boolean tells,
            Evidence evidence) {}

    /**
     * Writes the attempts down, of those that are still ours and whose campaign still runs, from that number (R8). What another campaign has just
     * written for the same person counts, whichever node did it.
     *
     * @return the tokens of those
     */
    Set<String> leave(List<Leaving> leaving, Instant now);

    /** Why one that was claimed does not leave now. @param until null for never */
    record Staying(Delivery delivery, @Nullable Instant until, String code, String sentence) {
        public Instant untilOr(Instant now) {
            return until == null ? now : until;
        }
    }

    /** They wait, or get nothing. */
    void stay(List<Staying> staying, Instant now);

    /** What nobody has begun is not begun any more. */
    void cancel(UUID campaignId, Instant now);

    /** A person wants one tried again that was not found at the carrier. False when it is no such. */
    boolean again(long id, Instant now);

    /** Whether anything of it may still leave, or has left with an end that is not known. */
    boolean isOpen(UUID campaignId);

    Optional<Delivery> find(long id);
}
