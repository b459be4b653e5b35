package io.cloudpbx.calls.web;

import io.cloudpbx.calls.CallFilter.Direction;
import io.cloudpbx.calls.CallQuery;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which calls an address asks for; what is left out or empty does not matter.
 *
 * @param q part of a number as people write it, or a contact's or extension's name
 * @param direction {@code inbound} or {@code outbound}
 * @param ext whom it reached or tried to reach last, or who began it
 * @param number of yours
 * @param recorded whether a recording can be played
 * @param from the first day, in the company's time zone
 * @param to the last day
 */
record CallsWanted(
        @Nullable String q,
        @Nullable String direction,
        @Nullable String outcome,
        @Nullable String ext,
        @Nullable String number,
        @Nullable Boolean recorded,
        @Nullable String from,
        @Nullable String to) {
    private static final int LONGEST = 200;

    CallQuery query() {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw Problem.invalid("to", "before_from", "is before the first day");
        }
        return new CallQuery(
                words(),
                way(),
                Outcomes.known(given(outcome)),
                given(ext),
                ours(),
                Boolean.TRUE.equals(recorded),
                first,
                last);
    }

    private String words() {
        String words = q == null ? "" : q.strip();
        if (words.length() > LONGEST) {
            throw Problem.invalid("q", "too_long", "is longer than 200 characters");
        }
        return words;
    }

    private @Nullable Direction way() {
        return switch (given(direction)) {
            case null -> null;
            case "inbound" -> Direction.INBOUND;
            case "outbound" -> Direction.OUTBOUND;
            default -> throw Problem.invalid("direction", "unknown_direction", "is neither inbound nor outbound");
        };
    }

    private @Nullable PhoneNumber ours() {
        String written = given(number);
        return written == null
                ? null
                : PhoneNumber.written(written)
                        .or(() -> PhoneNumber.reported(written))
                        .orElseThrow(() -> Problem.invalid("number", "invalid_number", "is not a phone number"));
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        String day = given(text);
        if (day == null) {
            return null;
        }
        try {
            LocalDate parsed = LocalDate.parse(day);
            if (parsed.getYear() >= 1 && parsed.getYear() <= 9999) {
                return parsed;
            }
        } catch (DateTimeException unreadable) {
            // Said below, like a year that no calendar has.
        }
        throw Problem.invalid(field, "invalid_date", "is not a date such as 2026-03-02");
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
