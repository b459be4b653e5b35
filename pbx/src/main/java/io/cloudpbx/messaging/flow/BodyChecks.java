package io.cloudpbx.messaging.flow;

import io.cloudpbx.telephony.Segments;
import java.util.stream.Stream;

/** What the carrier would take and what we are ready to pay for, of one text. */
final class BodyChecks {
    private BodyChecks() {}

    static Stream<Check> of(TextToSend text, GateRules.Limits limits) {
        return Stream.of(empty(text), tooLong(text), tooManySegments(text, limits), tooManyMedia(text, limits));
    }

    private static Check empty(TextToSend text) {
        return Check.that(
                !text.body().isBlank() || text.mediaCount() > 0,
                "empty_body",
                "21602",
                "There is something to send.",
                "The text is empty.");
    }

    private static Check tooLong(TextToSend text) {
        int length = text.body().length();
        return Check.that(
                length <= Segments.LONGEST_BODY,
                "body_too_long",
                "21617",
                "The text has " + length + " of at most " + Segments.LONGEST_BODY + " characters.",
                "The text has " + length + " characters; the carrier takes " + Segments.LONGEST_BODY + ".");
    }

    private static Check tooManySegments(TextToSend text, GateRules.Limits limits) {
        int count = Segments.of(text.body()).count();
        return Check.that(
                count <= limits.segments(),
                "too_many_segments",
                "C27",
                "The text takes " + count + " of at most " + limits.segments() + " segments.",
                "The text takes " + count + " segments; at most " + limits.segments() + " are allowed.");
    }

    private static Check tooManyMedia(TextToSend text, GateRules.Limits limits) {
        return Check.that(
                text.mediaCount() <= limits.media(),
                "too_many_media",
                "21623",
                text.mediaCount() + " of at most " + limits.media() + " files are attached.",
                text.mediaCount() + " files are attached; at most " + limits.media() + " are allowed.");
    }
}
