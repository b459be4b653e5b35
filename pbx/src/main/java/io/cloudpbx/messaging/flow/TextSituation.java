package io.cloudpbx.messaging.flow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that the gate may know.
 *
 * @param outboundFrozen after a restore, until an owner resumes (R26)
 * @param recipientIsOurs whether the recipient is a number of our own
 */
public record TextSituation(
        Instant now,
        boolean outboundFrozen,
        boolean recipientIsOurs,
        GateRules rules,
        Sender sender,
        Standing standing,
        Traffic traffic,
        Thread thread) {

    /**
     * What has gone out already.
     *
     * @param repliesLastHour automatic texts to this person in the last 60 minutes, over all our numbers
     * @param previousReply the automatic text before this one to this person, if it went out within a day
     * @param campaignsLastDay texts of campaigns, and other marketing, to this person in the last 24 hours, over all our numbers
     * @param spentToday in millionths of a dollar, on texts, on the business's present day
     */
    public record Traffic(int repliesLastHour, @Nullable String previousReply, int campaignsLastDay, long spentToday) {}

    /**
     * The thread as it is now.
     *
     * @param epoch goes up with each takeover and each giving back
     * @param assistantOn false while a person has the thread
     * @param lastInbound number of its newest inbound text
     */
    public record Thread(long epoch, boolean assistantOn, long lastInbound) {}

    /** Whether the person texted us within the last day. */
    boolean theyWroteToday() {
        return isWithinDay(standing.wroteAt());
    }

    /** Whether the person texted or called us within the last day, which makes what follows an answer (C16). */
    boolean theyBeganToday() {
        return theyWroteToday() || isWithinDay(standing.calledAt());
    }

    private boolean isWithinDay(@Nullable Instant at) {
        return at != null && at.isAfter(now.minus(Duration.ofHours(24)));
    }
}
