package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Application;
import io.cloudpbx.sandbox.state.CarrierState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a client may set on an application. Absent parameters change nothing, empty URLs clear. */
final class ApplicationForm {
    private static final int NAME_MAX = 64;

    private final Parameters parameters;

    ApplicationForm(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * The account's own application.
     *
     * @throws ApiError with {@code code} when it has no such application
     */
    static Application named(CarrierState state, Account account, String sid, int code) {
        return state.applications()
                .find(account.sid(), sid)
                .orElseThrow(() -> ApiError.invalid(code, "Invalid ApplicationSid: " + sid));
    }

    /** @throws ApiError when a setting is not valid, or not imitated */
    Application applyTo(Application before, Instant now) {
        refuseWhatIsNotImitated();
        return new Application(
                before.sid(),
                before.accountSid(),
                name(before.friendlyName()),
                Hooks.read(parameters, "Voice", before.voice(), 21405),
                Hooks.read(parameters, "Sms", before.sms(), 21406),
                parameters.url("StatusCallback", 21402, before.statusCallback()),
                parameters.method("StatusCallbackMethod", before.statusCallbackMethod()),
                messageStatusCallback(before.messageStatusCallback()),
                parameters.flag("PublicApplicationConnectEnabled", before.publicConnect()),
                before.dateCreated(),
                now);
    }

    private void refuseWhatIsNotImitated() {
        if (parameters.flag("VoiceCallerIdLookup", false)) {
            throw ApiError.notImitated("The lookup of callers' names");
        }
        if (!parameters.text("ApiVersion").orElse(ApiRoutes.VERSION).equals(ApiRoutes.VERSION)) {
            throw ApiError.notImitated("Any other ApiVersion than " + ApiRoutes.VERSION);
        }
    }

    private @Nullable String name(@Nullable String before) {
        String name = parameters.text("FriendlyName", NAME_MAX, before == null ? "" : before);
        return name.isEmpty() ? null : name;
    }

    /** {@code SmsStatusCallback} is its old name. */
    private @Nullable String messageStatusCallback(@Nullable String before) {
        return parameters.url("MessageStatusCallback", 21402, parameters.url("SmsStatusCallback", 21402, before));
    }
}
