package io.cloudpbx.campaigns.ledger;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What the carrier has said of attempts, and what is still waited for. */
public interface ReceiptLedger {
    /** Something the carrier said, by a callback. */
    record Receipt(String token, CarrierId id, String status, int errorCode) {}

    /** Keeps what has not been said before (R1, R4), and says which that is. */
    List<Receipt> keep(List<Receipt> receipts, Instant now);

    /** The numbers that these attempts left from. */
    List<PhoneNumber> senders(Collection<String> tokens);

    /** The campaigns that these attempts are of. */
    List<UUID> campaigns(Collection<String> tokens);

    /**
     * An attempt of which nobody knows the end.
     *
     * @param isFirst whether none before it may have reached the carrier; those that certainly did not do not count
     */
    record Doubt(String token, long deliveryId, String sender, Instant startedAt, int looked, boolean isFirst) {}

    /** Doubts that nobody has looked for lately, oldest first. */
    List<Doubt> doubts(Instant startedBefore, Instant lookedBefore, int most);

    void looked(String token, Instant now);

    /** It could not be looked for now: others come first. */
    void putOff(String token, Instant now);

    /** It is not at the carrier: it is said to be so, or tried once more. @param again whether */
    void notFound(String token, boolean again, String sentence, Instant now);

    /** Whether a text of the carrier's is known to be a delivery of ours. */
    boolean isKnown(CarrierId id);

    /** A text of which the carrier should have said more by now. */
    record Quiet(String token, CarrierId id, PhoneNumber sender, Instant sentAt) {}

    /**
     * Those of which nothing was heard, and nobody asked, since then: and for as long again as they had been under way then, as of some
     * nothing more is ever said.
     */
    List<Quiet> quietSince(Instant since, Instant notBefore, Instant now, int most);

    /** Asked about, with no news. */
    void askedAbout(List<Quiet> asked, Instant now);
}
