package io.cloudpbx.campaigns.ledger;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Delivery;
import java.util.Collection;

/** The conversations with people, in which it stands what a campaign texted them. */
public interface ThreadLedger {
    /** A text that leaves. @param words what they read */
    record Left(Delivery delivery, String words) {}

    /** These are leaving now; told again, nothing happens. */
    void left(Campaign campaign, Collection<Left> leaving);
}
