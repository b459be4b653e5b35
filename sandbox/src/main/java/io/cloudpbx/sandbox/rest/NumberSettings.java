package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client may set on a number. Absent parameters change nothing, empty ones clear. */
final class NumberSettings {
    private static final int FRIENDLY_NAME_MAX = 64;
    private static final List<String> NOT_IMITATED = List.of(
            "VoiceApplicationSid",
            "SmsApplicationSid",
            "TrunkSid",
            "AddressSid",
            "BundleSid",
            "IdentitySid",
            "EmergencyAddressSid",
            "AccountSid");

    private final Parameters parameters;

    NumberSettings(Parameters parameters) {
        this.parameters = parameters;
    }

    /** @throws ApiError when a setting is not valid, or not imitated */
    IncomingNumber applyTo(IncomingNumber number, Instant now) {
        refuseWhatIsNotImitated();
        return new IncomingNumber(
                number.sid(),
                number.accountSid(),
                number.phoneNumber(),
                friendlyName(number.friendlyName()),
                hook("Voice", number.voice(), 21405),
                hook("Sms", number.sms(), 21406),
                url("StatusCallback", number.statusCallback()),
                parameters.method("StatusCallbackMethod", number.statusCallbackMethod()),
                number.dateCreated(),
                now,
                parameters
                        .text("VoiceCallerIdLookup")
                        .map("true"::equalsIgnoreCase)
                        .orElse(number.looksUpCallers()));
    }

    private void refuseWhatIsNotImitated() {
        for (String name : NOT_IMITATED) {
            if (parameters.text(name).isPresent()) {
                throw ApiError.notImitated("The parameter " + name);
            }
        }
        if (parameters.text("VoiceReceiveMode").filter("fax"::equals).isPresent()) {
            throw ApiError.notImitated("Fax");
        }
    }

    private String friendlyName(String before) {
        String name = parameters.text("FriendlyName").orElse(before);
        if (name.codePointCount(0, name.length()) > FRIENDLY_NAME_MAX) {
            throw ApiError.invalid(20002, "FriendlyName must not exceed 64 characters");
        }
        return name;
    }

    private Hook hook(String prefix, Hook before, int fallbackWithoutUrl) {
        Hook hook = new Hook(
                url(prefix + "Url", before.url()),
                parameters.method(prefix + "Method", before.method()),
                url(prefix + "FallbackUrl", before.fallbackUrl()),
                parameters.method(prefix + "FallbackMethod", before.fallbackMethod()));
        if (hook.url() == null && hook.fallbackUrl() != null) {
            throw ApiError.invalid(
                    fallbackWithoutUrl, "%sFallbackUrl needs %sUrl to fall back from".formatted(prefix, prefix));
        }
        return hook;
    }

    private @Nullable String url(String name, @Nullable String before) {
        return parameters.url(name, 21402, before);
    }
}
