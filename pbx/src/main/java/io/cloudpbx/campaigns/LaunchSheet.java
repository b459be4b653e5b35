package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Warning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign would do if it began now: nothing of it is kept.
 *
 * @param waitForMorning of those who will get it, how many not before their hours allow it
 * @param segments of all that they get together; texts with pictures have none
 * @param pictureTexts how many of them carry pictures
 * @param cost in dollars, about
 * @param needsConfirmation whether so many get it that somebody must say the number
 * @param blockers why it would not begin at all
 * @param warnings what to think of before; it would begin all the same
 */
public record LaunchSheet(
        long recipients,
        long willGet,
        long waitForMorning,
        List<Skipped> skipped,
        long segments,
        long pictureTexts,
        double cost,
        double perSecond,
        @Nullable Instant endsAbout,
        boolean needsConfirmation,
        List<SenderStanding> senders,
        List<Blocker> blockers,
        List<Warning> warnings,
        @Nullable Sample sample) {
    public record Skipped(String code, String sentence, long count) {}

    public record SenderStanding(String number, String registration, boolean ok, String sentence) {}

    public record Blocker(String code, String sentence) {}

    /** What the first of them would read. @param segments 0 where it carries pictures */
    public record Sample(String to, String message, int segments, String encoding) {}
}
