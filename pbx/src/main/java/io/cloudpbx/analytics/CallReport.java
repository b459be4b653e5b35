package io.cloudpbx.analytics;

import io.cloudpbx.analytics.flow.Waits;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How a period's calls went: those that came in and, apart from them, those that somebody here began.
 *
 * @param timeToAnswer from the call's coming in until a person took it, what the menu and the receptionist took included
 * @param talkSeconds spoken with people
 * @param heatMap all hours of all weekdays, from Monday's first
 * @param extensions whom calls reached or tried to reach last, the busiest first
 * @param numbers that were called, the busiest first
 */
public record CallReport(
        Range range,
        Summary summary,
        Range previousRange,
        Summary previous,
        List<Day> days,
        List<Cell> heatMap,
        List<OfExtension> extensions,
        List<OfNumber> numbers) {

    /** What is compared with the period before. */
    public record Summary(
            CallCounts calls, Waits timeToAnswer, Reception receptionist, long talkSeconds, Outgoing outgoing) {}

    /** @param talkSeconds spoken with whoever was called */
    public record Outgoing(OutgoingCounts calls, long talkSeconds) {}

    /**
     * Calls that came to the receptionist.
     *
     * @param contained got what they called for
     * @param transferred were put through to a person, who took the call or did not
     * @param message left one
     * @param abandoned hung up there
     * @param inProgress are not over yet
     */
    public record Reception(
            long total, long contained, long transferred, long message, long abandoned, long inProgress) {}

    /** @param hours 24, but 23 or 25 when clocks are put forward or back. @param unfinished it is today */
    public record Day(LocalDate day, long hours, boolean unfinished, CallCounts calls, OutgoingCounts outgoing) {}

    /** @param weekday 1 is Monday, 7 is Sunday. @param hour 0 to 23 on the company's clock */
    public record Cell(int weekday, int hour, long total, long answered, long missed) {}

    public record OfExtension(UUID id, String ext, String name, CallCounts calls) {}

    public record OfNumber(String number, String display, CallCounts calls) {}
}
