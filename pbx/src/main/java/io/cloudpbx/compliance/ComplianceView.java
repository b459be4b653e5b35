package io.cloudpbx.compliance;

import io.cloudpbx.numbers.NumberView;
import io.cloudpbx.numbers.NumberView.Texting;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the company stands towards the rules.
 *
 * @param businessName what texts and calls name themselves by
 * @param campaignText how a campaign's text reads that says neither who sends it nor how to be left alone
 */
public record ComplianceView(
        String businessName,
        String campaignText,
        List<Number> numbers,
        Replies replies,
        QuietHours quietHours,
        Recording recording,
        Retention retention) {

    /**
     * One of the company's numbers.
     *
     * @param kind {@code toll_free}, which is verified, or {@code local}, which belongs to a registered campaign
     * @param registration whether networks take its texts; null until the carrier was asked
     * @param emergencyAddress {@code none}, {@code pending}, {@code registered} or {@code refused}; null until the carrier was asked
     */
    public record Number(
            UUID id,
            String number,
            String display,
            String use,
            String kind,
            @Nullable Texting registration,
            @Nullable String emergencyAddress) {

        static Number of(NumberView view, String number, String display, boolean tollFree) {
            return new Number(
                    view.id(),
                    number,
                    display,
                    view.use(),
                    tollFree ? "toll_free" : "local",
                    view.registration(),
                    view.emergencyAddress());
        }
    }

    /**
     * What is answered to the words that everybody may use.
     *
     * @param stopWords some of those that opt somebody out; many more are understood
     */
    public record Replies(List<String> stopWords, String stop, String start, String help) {}

    /**
     * When campaigns may reach people, by their own clocks.
     *
     * @param week where nothing stricter is known
     * @param places that have hours of their own
     * @param campaignTextsADay most campaign texts to one person in 24 hours
     */
    public record QuietHours(
            List<Day> week, boolean closedOnFederalHolidays, List<String> places, int campaignTextsADay) {}

    /** @param hours such as {@code 10:00-20:00}; none where nothing is sent */
    public record Day(String day, List<String> hours) {}

    /**
     * What callers are told.
     *
     * @param announcement what they hear before a conversation with the receptionist is recorded
     * @param people which conversations of callers with people are recorded: {@code never}, {@code one_party_states} or {@code everywhere}
     * @param dialed which of those whom somebody calls from the dashboard, likewise
     * @param peopleAnnouncement what they hear before one is
     * @param voicemailNotice what each mailbox says
     */
    public record Recording(
            boolean conversations,
            String announcement,
            String people,
            String dialed,
            String peopleAnnouncement,
            String voicemailNotice) {}

    /** @param conversationDays after which words and recordings of calls are deleted */
    public record Retention(int conversationDays) {}
}
