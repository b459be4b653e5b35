package io.cloudpbx.dashboard;

import io.cloudpbx.messaging.ConversationCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The business's day at a glance, in its own time zone. The hours add up to the totals. */
public record DaySummary(
        LocalDate day,
        String timeZone,
        Opening opening,
        CallTotals calls,
        VoicemailTotals voicemail,
        MissedTotals missedCalls,
        TextTotals texts,
        AnswerTimes timeToAnswer,
        ConversationCounts inbox,
        List<Hour> hours,
        List<Item> needsYou,
        boolean everUsed) {

    /**
     * Whether the business is open, as people are told.
     *
     * @param state {@code open}, {@code closed} or {@code unknown}
     * @param changesAt null when no end is known
     */
    public record Opening(String state, @Nullable Instant changesAt) {}

    /** @param turnedAway by a rule, so that nobody missed them */
    public record CallTotals(
            int total, int answered, int voicemail, int missed, int abandoned, int turnedAway, int live) {}

    public record VoicemailTotals(int unheard, int today) {}

    /** {@code open} counts callers who wait to be called back, since whenever. */
    public record MissedTotals(int open) {}

    /** Campaigns' among those sent. {@code failed} counts those that did not arrive. */
    public record TextTotals(long received, long sent, long failed) {}

    /**
     * How long half of those who were answered by a person had waited at most.
     *
     * @param medianSeconds today; null when nobody was answered
     * @param yesterdaySeconds up to the same time of yesterday
     */
    public record AnswerTimes(
            @Nullable Integer medianSeconds, @Nullable Integer yesterdaySeconds) {}

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
