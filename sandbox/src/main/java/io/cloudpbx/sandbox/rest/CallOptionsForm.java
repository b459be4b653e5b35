package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.CallOrder.Options;
import io.cloudpbx.sandbox.rest.Parameters.Range;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb.MachineDetection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answering-machine detection, SIP credentials and what the callee is shown, of {@code POST Calls} ({@code twilio.md} section 12). */
final class CallOptionsForm {
    private static final int REASON_MAX = 50;

    private final Parameters parameters;

    CallOptionsForm(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * @param applicationSid the application that was named, already known to exist
     * @param callerId who is to be shown as calling; null for {@code From}
     */
    Options parse(@Nullable String applicationSid, @Nullable String callerId) {
        MachineDetection detection = detection();
        boolean async = parameters.flag("AsyncAmd", false);
        return new Options(
                detection,
                detection != null && async,
                parameters.text("SipAuthUsername").orElse(""),
                parameters.text("SipAuthPassword").orElse(""),
                applicationSid,
                callerId,
                reason());
    }

    private String reason() {
        String reason = parameters.text("CallReason").orElse("");
        if (reason.codePointCount(0, reason.length()) > REASON_MAX) {
            throw ApiError.invalid(20001, "CallReason must not exceed 50 characters");
        }
        return reason;
    }

    private @Nullable MachineDetection detection() {
        String wanted = parameters.text("MachineDetection").orElse("");
        if (!wanted.isEmpty() && !wanted.equals("Enable") && !wanted.equals("DetectMessageEnd")) {
            throw ApiError.invalid(20001, "MachineDetection must be Enable or DetectMessageEnd");
        }
        Callback callback = parameters
                .url("AsyncAmdStatusCallback", 21609)
                .map(url -> new Callback(url, parameters.method("AsyncAmdStatusCallbackMethod", "POST")))
                .orElse(null);
        MachineDetection detection = new MachineDetection(
                wanted.equals("DetectMessageEnd"),
                Duration.ofSeconds(parameters.number("MachineDetectionTimeout", new Range(3, 59, 20001), 30)),
                millis("SpeechThreshold", new Range(1000, 6000, 20001), 2400),
                millis("SpeechEndThreshold", new Range(500, 5000, 20001), 1200),
                millis("SilenceTimeout", new Range(2000, 10_000, 20001), 5000),
                callback);
        return wanted.isEmpty() ? null : detection;
    }

    private Duration millis(String name, Range range, int otherwise) {
        return Duration.ofMillis(parameters.number("MachineDetection" + name, range, otherwise));
    }
}
