package io.cloudpbx.analytics;

import org.jspecify.annotations.Nullable;

/** What a period cost, as far as anybody has told. */
public record CostReport(Range range, Costs costs, Range previousRange, Costs previous) {

    /** @param knownDollars texts and Claude; calls are not in it, as nobody tells their price */
    public record Costs(CallCost calls, TextCost texts, ClaudeCost claude, double knownDollars) {}

    /**
     * @param talkSeconds spoken with people who called, for whoever has the carrier's list of prices
     * @param outgoingTalkSeconds spoken with people who were called from here, each on two calls of the carrier's
     * @param dollars null: the carrier has not told
     * @param why a sentence
     */
    public record CallCost(
            long talkSeconds,
            long outgoingTalkSeconds,
            @Nullable Double dollars,
            String why) {}

    /**
     * @param segments of texts without attachments
     * @param withMedia texts with attachments
     * @param aboutDollars by the usual price of a segment, since the carrier tells none
     * @param why a sentence
     */
    public record TextCost(long segments, long withMedia, double aboutDollars, String why) {}

    /**
     * @param dollars by the tokens that Claude counted; questions of an unknown price are not in it
     * @param unpriced how many those are
     */
    public record ClaudeCost(
            long questions, double dollars, double dollarsForCalls, double dollarsForTexts, long unpriced) {}
}
