package io.cloudpbx.campaigns.ledger;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.flow.Lifecycle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Campaigns and how far they have come. */
public interface CampaignLedger {
    Optional<Campaign> find(UUID id);

    /** The same, held until the transaction ends. */
    Optional<Campaign> lock(UUID id);

    /** The same, unless somebody else holds it: whoever goes round all campaigns waits for none of them, and comes by again. */
    Optional<Campaign> lockIfFree(UUID id);

    /** Those that are to be sent now, oldest first. */
    List<Campaign> running();

    /** Begins those whose time has come and whom nobody else holds, and says which. */
    List<UUID> begin(Instant now);

    /**
     * When it runs from now on, somebody has seen to what was wrong with its numbers: they rest for no fault any more.
     *
     * @return false when its state does not allow it, by now
     */
    boolean move(UUID id, Lifecycle act, @Nullable String why, Instant now);

    /** One that was done has something to do again. */
    void reopen(UUID id);

    /** Those that ended since then, and of which somebody is to be tried once more after all, go on unless somebody else holds them. @return which */
    List<UUID> goOn(Instant since);
}
