package io.cloudpbx.dashboard;

import io.cloudpbx.messaging.ConversationCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The business's day at a glance, in its own time zone. The hours add up to the totals. */
public record DaySummary(
        LocalDate day,
        String timeZone,
        CallTotals calls,
        VoicemailTotals voicemail,
        MissedTotals missedCalls,
        ConversationCounts inbox,
        List<Hour> hours,
        List<Item> needsYou,
        boolean everUsed) {

    /** @param turnedAway by a rule, so that nobody missed them */
    public record CallTotals(
            int total, int answered, int voicemail, int missed, int abandoned, int turnedAway, int live) {}

    public record VoicemailTotals(int unheard, int today) {}

    /** {@code open} counts callers who wait to be called back, since whenever. */
    public record MissedTotals(int open) {}

    /** The calls that came in one hour, by how they ended, in analytics' words. */
    public record Hour(
            int hour,
            int answered,
            int receptionist,
            int voicemail,
            int missed,
            int abandoned,
            int turnedAway,
            int inProgress) {}

    /** Something a person should look at; the id is the conversation's, the voicemail's or the missed call's. */
    public record Item(String kind, UUID id, String title, String text, Instant at) {}
}
