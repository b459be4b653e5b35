package io.cloudpbx.messaging.flow;

import java.time.ZoneId;
import java.util.Set;

/**
 * What the company allows itself, within what the law allows.
 *
 * @param countries those that may be texted, two letters each (T4)
 * @param marketingToCanada whether its own consent rule is taken care of (C41)
 * @param zone the business's own, for dates in sentences
 */
public record GateRules(
        Set<String> countries,
        boolean marketingToCanada,
        Limits limits,
        Prices prices,
        QuietHours quietHours,
        ZoneId zone) {
    /** Neither the Caribbean nor the territories, which share the country code 1 with them. */
    public static final Set<String> DEFAULT_COUNTRIES = Set.of("US", "CA");

    /**
     * @param segments most segments of one text
     * @param media most pictures and the like of one text
     * @param repliesAnHour most automatic texts to one number in 60 minutes (S14)
     * @param campaignTextsADay most texts of campaigns, and other marketing, to one person in 24 hours; {@link #MOST_CAMPAIGN_TEXTS_A_DAY} at the most (C17)
     */
    public record Limits(int segments, int media, int repliesAnHour, int campaignTextsADay) {
        public static final Limits DEFAULT = new Limits(10, 10, 20, 1);

        /** No setting goes beyond it (C17); Florida, Oklahoma and Maryland draw the line there too. */
        static final int MOST_CAMPAIGN_TEXTS_A_DAY = 3;

        public Limits withCampaignTextsADay(int most) {
            return new Limits(segments, media, repliesAnHour, most);
        }

        public Limits {
            campaignTextsADay = Math.min(campaignTextsADay, MOST_CAMPAIGN_TEXTS_A_DAY);
        }
    }

    /** In millionths of a dollar. @param ceilingADay what may be spent on texts in a day (T5) */
    public record Prices(long segment, long mediaText, long ceilingADay) {}

    public GateRules {
        countries = Set.copyOf(countries);
    }
}
