package io.cloudpbx.analytics;

import io.cloudpbx.analytics.flow.Waits;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a period's texts went.
 *
 * @param campaigns that sent something in it, or to which somebody responded; the largest first
 */
public record TextReport(
        Range range,
        Summary summary,
        Range previousRange,
        Summary previous,
        List<Day> days,
        List<OfCampaign> campaigns) {

    /**
     * What is compared with the period before.
     *
     * @param received texts that came in
     * @param optOuts texts by which people wanted no more
     */
    public record Summary(long received, Sent sent, Outcomes outcomes, long optOuts, Answers firstAnswers) {}

    /** Texts that left or were refused by the carrier, by who wrote them; all but the first add up to the first. */
    public record Sent(long total, long assistant, long person, long campaign, long automatic) {}

    /** The same texts by what the carrier says of them. @param unconfirmed no receipt, or none yet */
    public record Outcomes(long delivered, long failed, long unconfirmed) {
        long total() {
            return delivered + failed + unconfirmed;
        }

        Outcomes plus(Outcomes more) {
            return new Outcomes(delivered + more.delivered, failed + more.failed, unconfirmed + more.unconfirmed);
        }
    }

    /**
     * How long whoever wrote waited for the first answer, counted when that left.
     *
     * @param byAssistant how many of them the assistant gave, so that nobody was needed
     * @param withoutPersonShare that part of all, from 0 to 1; null when there was none
     */
    public record Answers(
            Waits all,
            Waits byAssistant,
            Waits byPerson,
            @Nullable Double withoutPersonShare) {}

    /** @param unfinished it is today */
    public record Day(LocalDate day, long hours, boolean unfinished, long received, Sent sent) {}

    /** @param deliveredShare of those that left, from 0 to 1; null when none did. @param optedOutShare likewise */
    public record OfCampaign(
            UUID id,
            String name,
            long sent,
            Outcomes outcomes,
            long optedOut,
            long replied,
            @Nullable Double deliveredShare,
            @Nullable Double optedOutShare) {}
}
