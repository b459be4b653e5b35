package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.store.SavedAudienceRows;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Audiences kept under a name. They hold who was brought, not what anybody agreed to: consent stays in the ledger of each, as of
 * the list it was written down for, and the gate judges it whenever a text is to leave (C22).
 */
@Service
public class SavedAudiences {
    private static final int LONGEST_NAME = 200;
    private static final int AT_ONCE = 5_000;
    private static final UUID NONE = new UUID(0, 0);

    private final SavedAudienceRows rows;
    private final CampaignViews campaigns;
    private final Clock clock;

    SavedAudiences(SavedAudienceRows rows, CampaignViews campaigns, Clock clock) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    public List<SavedAudience> all() {
        return rows.all();
    }

    /** @throws Problem {@code audience_not_found} */
    public SavedAudience require(UUID id) {
        return rows.find(id).orElseThrow(SavedAudiences::notFound);
    }

    /**
     * Keeps a campaign's audience as it is now.
     *
     * @throws Problem {@code campaign_not_found}, {@code no_recipients}, or {@code invalid_fields} for {@code name}
     */
    @Transactional
    public UUID save(String name, UUID campaignId, String by) {
        campaigns.campaign(campaignId);
        UUID id = UUID.randomUUID();
        refuseInvalid(name, NONE);
        named(() -> rows.insert(id, name, by, clock.instant()));
        if (rows.copy(campaignId, id) == 0) {
            throw Problem.conflict("no_recipients", "Nobody is in this audience yet.");
        }
        return id;
    }

    /** @throws Problem {@code audience_not_found}, or {@code invalid_fields} for {@code name} */
    @Transactional
    public void rename(UUID id, String name) {
        require(id);
        refuseInvalid(name, id);
        named(() -> rows.rename(id, name));
    }

    /** Campaigns that have used it keep their own. @throws Problem {@code audience_not_found} */
    @Transactional
    public void delete(UUID id) {
        if (!rows.delete(id)) {
            throw notFound();
        }
    }

    /** Everybody in it, some at a time. @throws Problem {@code audience_not_found} */
    Iterator<List<Recipient>> pages(UUID id) {
        require(id);
        return new Pages<>(last -> rows.recipients(id, last == null ? 0 : last.line(), AT_ONCE));
    }

    private void refuseInvalid(String name, UUID except) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "invalid_name", "must have 1 to 200 characters");
        }
        if (rows.isTaken(name, except)) {
            throw taken();
        }
    }

    /** Two people can choose the same name in the same moment; the index knows who was first. */
    private static void named(Runnable written) {
        try {
            written.run();
        } catch (DuplicateKeyException second) {
            throw taken();
        }
    }

    private static Problem taken() {
        return Problem.invalid("name", "name_taken", "is the name of another saved audience");
    }

    private static Problem notFound() {
        return Problem.notFound("audience_not_found", "There is no such saved audience.");
    }
}
