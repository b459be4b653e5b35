package io.cloudpbx.calls.web;

import io.cloudpbx.calls.CallWebhook;
import io.cloudpbx.calls.talk.Heard;
import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a voice webhook's form into values. */
final class Incoming {
    private static final Pattern CONFIDENCE = Pattern.compile("0(\\.\\d{1,20})?|1(\\.0{1,20})?");

    private Incoming() {}

    static CallWebhook webhook(HttpServletRequest request, WebhookForm form) {
        return new CallWebhook(
                request.getRequestURI(),
                call(form),
                PhoneNumber.reported(form.get("From")).orElse(null),
                PhoneNumber.reported(form.get("To")).orElse(null),
                status(form));
    }

    /** What the caller said or pressed; a recognition without a confidence counts as sure. */
    static Heard heard(WebhookForm form) {
        return Heard.of(form.get("SpeechResult"), confidence(form.get("Confidence")), Keys.pressed(form));
    }

    private static double confidence(String text) {
        return CONFIDENCE.matcher(text).matches() ? Double.parseDouble(text) : 1;
    }

    static CarrierId call(WebhookForm form) {
        return new CarrierId(form.get("CallSid"));
    }

    /** RFC 2822, in whole seconds; null when it is not told. */
    static @Nullable Instant recordingStarted(WebhookForm form) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(form.get("RecordingStartTime"), Instant::from);
        } catch (DateTimeParseException untold) {
            return null;
        }
    }

    static CarrierId parent(WebhookForm form) {
        return new CarrierId(form.get("ParentCallSid"));
    }

    /** A status of the future counts as being on the line. */
    static CallStatus status(WebhookForm form) {
        return CallStatus.reported(form.get("CallStatus")).orElse(CallStatus.IN_PROGRESS);
    }
}
