package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.Grounds.Hours;
import io.cloudpbx.messaging.flow.QuietHours.Opening;
import io.cloudpbx.messaging.flow.QuietHours.Opening.Closed;
import io.cloudpbx.messaging.flow.QuietHours.Opening.Open;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether it is a decent hour for the recipient, wherever they may be (C14, C16). */
final class HoursCheck {
    private static final String CODE = "quiet_hours";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("EEEE h:mm a", Locale.US);

    private HoursCheck() {}

    /**
     * @param opens when waiting would help; null when the check passed, or when it would not
     * @param open the hours by which it passed; null when it did not, or by none
     */
    record Result(
            Check check, @Nullable Instant opens, @Nullable Hours open) {
        private static Result passed(String rule, String sentence) {
            return new Result(Check.passed(CODE, rule, sentence), null, null);
        }

        /** When it would not pass any more; null when it did not, or never ends to. */
        @Nullable
        Instant closes() {
            return open == null ? null : open.until();
        }
    }

    static Result of(TextToSend text, TextSituation situation) {
        String clock = clock(situation.now(), text.to().place());
        return switch (text.kind()) {
            case PERSONAL -> Result.passed("C16", clock + " A person decides.");
            case CONFIRMATION ->
                Result.passed("C7", clock + " Replies to STOP, START, HELP and emergencies go at any hour.");
            case ASSISTANT -> Result.passed("C16", clock + " An answer goes at any hour.");
            case INFORMATIONAL ->
                situation.theyBeganToday()
                        ? Result.passed("C16", clock + " They got in touch within the last 24 hours.")
                        : bound(text, situation, clock);
            case MARKETING -> bound(text, situation, clock);
        };
    }

    private static Result bound(TextToSend text, TextSituation situation, String clock) {
        if (!text.to().place().isKnown()) {
            return new Result(
                    Check.failed(CODE, "C19", "Nobody knows where they are, so no hour can be said to be decent."),
                    null,
                    null);
        }
        Opening opening = situation.rules().quietHours().at(situation.now(), text.to(), text.kind());
        return switch (opening) {
            case Open open -> passed(clock, hours(text, situation.rules().quietHours(), open));
            case Closed closed ->
                new Result(
                        Check.failed(
                                CODE,
                                closed.because().code().equals("house") ? "C16" : "C14",
                                said(closed, clock, text)),
                        closed.opens().orElse(null),
                        null);
        };
    }

    private static Result passed(String clock, Hours open) {
        return new Result(Check.passed(CODE, "C14", clock + evidence(open)), null, open);
    }

    private static Hours hours(TextToSend text, QuietHours hours, Open open) {
        Place place = text.to().place();
        return new Hours(
                hours.binding(text.to(), text.kind()).stream()
                        .map(LocalHours::name)
                        .toList(),
                place.zones().stream().map(ZoneId::getId).sorted().toList(),
                place.evidence() == Place.Evidence.STATED,
                open.until().orElse(null));
    }

    /** Zones, windows and what they were concluded from: the defence in a claim (C24). */
    private static String evidence(Hours open) {
        return " Open by " + String.join(", ", open.rules()) + " in " + String.join(", ", open.zones()) + " ("
                + (open.stated() ? "as they told us" : "by area code") + ")"
                + (open.until() == null ? "." : " until " + open.until() + ".");
    }

    private static String said(Closed closed, String clock, TextToSend text) {
        String whose = closed.because().code().equals("house")
                ? "Our own hours"
                : "The hours of " + closed.because().name();
        return clock + " " + whose + " are closed now."
                + closed.opens()
                        .map(opens ->
                                " It can go on " + local(opens, text.to().place(), DAY_AND_TIME) + ", their time.")
                        .orElse(" They do not open within two weeks.");
    }

    /** What their clock shows: one time, or the earliest and the latest that it may be. */
    private static String clock(Instant now, Place place) {
        return place.isKnown() ? "It is " + local(now, place, TIME) + " for them." : "Their time of day is not known.";
    }

    private static String local(Instant at, Place place, DateTimeFormatter format) {
        List<String> times = place.zones().stream()
                .map(at::atZone)
                .sorted(Comparator.comparing(time -> time.getOffset().getTotalSeconds()))
                .map(format::format)
                .distinct()
                .toList();
        return times.size() == 1 ? times.getFirst() : "between " + times.getFirst() + " and " + times.getLast();
    }
}
