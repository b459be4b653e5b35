package io.cloudpbx.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it is shown.
 *
 * @param why a sentence: why it does not go on
 * @param perSecond segments a second that all its senders may send together
 * @param endsAbout when it will be over at that rate; null while it is not running
 * @param waits while it is running and nothing of it can leave; null otherwise
 * @param resting those of its numbers that send nothing for now, while it is running or paused
 */
public record CampaignView(
        UUID id,
        String name,
        String message,
        String kind,
        String policy,
        String state,
        @Nullable String why,
        List<String> senders,
        List<Attached> media,
        @Nullable Instant startsAt,
        Instant createdAt,
        String createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long version,
        Counts counts,
        Outcomes outcomes,
        double perSecond,
        @Nullable Instant endsAbout,
        @Nullable Waits waits,
        List<Resting> resting) {
    /**
     * What it waits for.
     *
     * @param until when something may leave at the earliest
     * @param because {@code hours}, {@code carrier} or {@code daily_cap}
     * @param zones in which whoever comes first may be, when it waits for their hours
     */
    public record Waits(Instant until, String because, List<String> zones) {}

    /**
     * A number that sends nothing for now.
     *
     * @param until when it goes on at the earliest
     * @param because {@code daily_cap}, {@code carrier}, or {@code fault} where somebody has to see to it
     * @param sentence why
     */
    public record Resting(String number, Instant until, String because, String sentence) {}

    /** People who replied, and who opted out, within a week of its text; they stand among the counts as well. */
    public record Outcomes(long replied, long optedOut) {}

    /** A picture or the like that each text carries. @param size in bytes */
    public record Attached(UUID id, String type, long size, boolean picture, String url) {}

    /** How its deliveries stand; all but the first add up to the first. */
    public record Counts(
            long total,
            long waiting,
            long leaving,
            long checking,
            long sent,
            long delivered,
            long failed,
            long skipped,
            long notConfirmed,
            long canceled) {}
}
