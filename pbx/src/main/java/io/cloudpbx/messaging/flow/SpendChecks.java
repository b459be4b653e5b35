package io.cloudpbx.messaging.flow;

import io.cloudpbx.telephony.Segments;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether today's money still reaches (T5). */
final class SpendChecks {
    private static final double DOLLAR = 1_000_000;

    private SpendChecks() {}

    static Stream<Check> of(TextToSend text, TextSituation situation) {
        GateRules.Prices prices = situation.rules().prices();
        long price = price(text, prices);
        long spent = situation.traffic().spentToday();
        return Stream.of(Check.that(
                price <= prices.ceilingADay() - spent,
                "spend_ceiling",
                "T5",
                "With it, " + dollars(spent + price) + " of " + dollars(prices.ceilingADay()) + " are spent today.",
                "Today's " + dollars(prices.ceilingADay())
                        + " for texts are spent, or this one would go beyond them."));
    }

    /** In millionths of a dollar. */
    static long price(TextToSend text, GateRules.Prices prices) {
        return text.mediaCount() > 0
                ? prices.mediaText()
                : prices.segment() * Segments.of(text.body()).count();
    }

    private static String dollars(long millionths) {
        return String.format(Locale.US, "$%.2f", millionths / DOLLAR);
    }
}
